/**
 * Keeps drafts of rule folders. Names, texts and the version that their writer saw come in; the newest texts, and what two writers
 * changed at once, go out. Nothing here reads a rule, and no draft decides anything.
 */
@NullMarked
package io.centerline.drafts;

import org.jspecify.annotations.NullMarked;
