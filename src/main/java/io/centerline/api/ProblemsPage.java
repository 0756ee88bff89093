package io.centerline.api;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Kinds of problem as a page in the frame of all pages. The template is {@code templates/ProblemsPage.html}; it escapes every value.
 *
 * @param problems what the page shows
 */
record ProblemsPage(List<ProblemPage> problems) implements TemplateInstance {}
