/**
 * Texts of YAML files come in; nodes that know their place, and values read from them strictly, go out.
 * Serves the readers of evidence, cases and scenarios, which say what their files hold.
 * It knows no key of any file, and takes nothing that a reader of the file could not see.
 */
@NullMarked
package io.centerline.rulebook.yaml;

import org.jspecify.annotations.NullMarked;
