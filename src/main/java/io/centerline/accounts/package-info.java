/**
 * What is on file for an importer: placements, directed assignments and appeals, each for its days, and since when that is
 * known.
 *
 * <p>Changes come in and become events that are kept for ever; a file as of any day and as known at any instant goes out.
 * Nothing here decides where an importer belongs, and nothing recorded is ever altered.
 */
@NullMarked
package io.centerline.accounts;

import org.jspecify.annotations.NullMarked;
