package io.centerline.journal;

import io.centerline.log.TreeHash;
import java.time.Instant;

/**
 * A checkpoint as the log signed and kept it.
 *
 * @param size how many leaves it covers, those from 0 on
 * @param root of the tree over them
 * @param signedAt when
 * @param note the signed note, as text
 */
public record SignedCheckpoint(long size, TreeHash root, Instant signedAt, String note) {}
