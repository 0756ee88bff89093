/**
 * Recorded decisions over HTTP: reading, finding, proving, replaying and exporting them.
 *
 * <p>Ids, filters and ranges of leaves come in; decisions, proofs, checkpoints and exports go out. This package maps and
 * delegates.
 */
@NullMarked
package io.centerline.api.decisions;

import org.jspecify.annotations.NullMarked;
