/**
 * The words a rule may use: facts it can match and conclusions it can insert.
 *
 * <p>Facts go in, conclusions come out. Nothing here computes, decides or talks to anything outside; types of the
 * packages {@code tariff} and {@code facts} that rules may also name are listed in
 * {@code io.centerline.rulebook.language.Vocabulary}.
 */
@NullMarked
package io.centerline.rulebook.vocabulary;

import org.jspecify.annotations.NullMarked;
