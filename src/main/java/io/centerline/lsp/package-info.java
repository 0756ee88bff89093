/**
 * The language server: tells editors over standard streams what the room {@code editor} knows of a rule folder.
 *
 * <p>Messages of the Language Server Protocol come in, answers, findings and log messages go out. It writes no file; an
 * editor applies every change itself.
 */
@NullMarked
package io.centerline.lsp;

import org.jspecify.annotations.NullMarked;
