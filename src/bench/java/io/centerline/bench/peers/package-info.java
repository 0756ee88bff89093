/**
 * Other engines, side by side with the program. In come generated ranges of numbers and importers. Out goes one table of
 * what each engine takes for the same answer. No engine here decides anything for the program.
 */
@NullMarked
package io.centerline.bench.peers;

import org.jspecify.annotations.NullMarked;
