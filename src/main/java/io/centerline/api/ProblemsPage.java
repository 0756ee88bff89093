package io.centerline.api;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Kinds of problem as a page without scripts or anything to load. The template is {@code templates/ProblemsPage.html}; it escapes
 * every value.
 *
 * @param problems what the page shows
 */
record ProblemsPage(List<ProblemPage> problems) implements TemplateInstance {}
