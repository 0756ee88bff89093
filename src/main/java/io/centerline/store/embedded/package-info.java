/**
 * The PostgreSQL server that runs beside a program that was given no other.
 *
 * <p>A folder comes in; a started, durable server on the loopback address goes out, or a {@link
 * io.centerline.store.embedded.StoreRefused} that says exactly why not. This package never touches a folder that
 * another living program uses, and never deletes data.
 */
@NullMarked
package io.centerline.store.embedded;

import org.jspecify.annotations.NullMarked;
