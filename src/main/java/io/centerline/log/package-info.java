/**
 * The transparency log over the journal: an RFC 6962 Merkle tree, signed checkpoints, exports and their verifier.
 *
 * <p>Leaf hashes and stored nodes come in; roots, proofs, checkpoints and verdicts go out. This package knows neither
 * the store nor HTTP, and its verifier trusts nothing but a key.
 */
@NullMarked
package io.centerline.log;

import org.jspecify.annotations.NullMarked;
