/**
 * Help: the guides of the project as pages. The name of a guide comes in; its text goes out with a table of contents, once it was
 * rendered from Markdown. It says nothing that the guides do not say.
 */
@NullMarked
package io.centerline.web.help;

import org.jspecify.annotations.NullMarked;
