package io.centerline.rulebook.vocabulary;

import io.centerline.facts.Activity;
import io.centerline.facts.ImporterKind;

/**
 * What is to be routed; there is exactly one in every evaluation.
 *
 * @param activity what is to be done
 * @param kind who the importer of record is
 * @param account what the placement rules say of its account
 */
public record Matter(Activity activity, ImporterKind kind, AccountStatus account) {}
