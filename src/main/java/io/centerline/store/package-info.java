/**
 * What every room that uses PostgreSQL shares: packed texts, binary rows, the faults of the database, and how long it is waited
 * for.
 *
 * <p>Values come in, bytes of the database's own formats go out, and back. This package knows no table.
 */
@NullMarked
package io.centerline.store;

import org.jspecify.annotations.NullMarked;
