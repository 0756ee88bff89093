package io.centerline.accounts;

import io.centerline.facts.ImporterNumber;

/**
 * A change that is wanted of one account.
 *
 * @param number the account
 * @param expected what must be on file for it
 * @param amendment what to record, decided on what is on file; asked again when that changed meanwhile
 */
public record ChangeRequest(ImporterNumber number, Expectation expected, Amendment amendment) {}
