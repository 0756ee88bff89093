/**
 * The workbench. Names, texts and forms of drafts come in; drafts with their files, findings at their lines, and what a draft moves go
 * out, as pages and as JSON for the editor's script. The use cases decide; nothing here does.
 */
@NullMarked
package io.centerline.web.edit;

import org.jspecify.annotations.NullMarked;
