/**
 * Accounts on file over HTTP: placements, directions, appeals, adoption and reassessment.
 *
 * <p>Changes with the version they are meant for come in; accounts with their tags go out. This package maps and delegates.
 */
@NullMarked
package io.centerline.api.accounts;

import org.jspecify.annotations.NullMarked;
