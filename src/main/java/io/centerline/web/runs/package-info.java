/**
 * Runs over files. Names of runs come in; pages with their state, summary, movers and rejected rows go out, and their files as they
 * are. Nothing here starts, changes or decides a run.
 */
@NullMarked
package io.centerline.web.runs;

import org.jspecify.annotations.NullMarked;
