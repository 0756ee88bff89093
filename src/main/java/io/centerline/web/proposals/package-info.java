/**
 * Rulebooks that somebody proposes to activate, and what others say of them. Forms and numbers of proposals come in; pages with what
 * a proposal changes, the difference as text with comments beside its lines, and refusals beside their form go out. The use cases
 * decide; nothing here does.
 */
@NullMarked
package io.centerline.web.proposals;

import org.jspecify.annotations.NullMarked;
