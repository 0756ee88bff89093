package io.centerline.web.help;

import io.quarkus.qute.RawString;
import java.util.List;

/**
 * A guide, rendered.
 *
 * @param name its name in addresses
 * @param title its title
 * @param opening its first paragraph, as text
 * @param contents its sections
 * @param body the rest as HTML, in which nothing of the guide is taken for HTML
 */
record GuideText(String name, String title, String opening, List<Section> contents, RawString body) {

    /**
     * A section.
     *
     * @param id its anchor
     * @param title its heading
     */
    record Section(String id, String title) {}
}
