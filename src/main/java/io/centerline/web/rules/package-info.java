/**
 * The pages of the rules: the tariff as a map, each heading, and each rule with its text, cases and history. A day, a word or an id
 * comes in; what the rulebook says goes out. Nothing here changes a rule.
 */
@NullMarked
package io.centerline.web.rules;

import org.jspecify.annotations.NullMarked;
