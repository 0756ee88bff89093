/**
 * The transparency log: its newest checkpoint, what it holds, and the commands that verify it. Places and sizes come in; a page and
 * files go out. Nothing here proves or signs; the log and the program of whoever asks do.
 */
@NullMarked
package io.centerline.web.log;

import org.jspecify.annotations.NullMarked;
