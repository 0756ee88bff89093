package io.centerline.accounts;

/**
 * An account in a list.
 *
 * @param place its place in the order of lists
 * @param file what is on file
 */
public record ListedAccount(long place, AccountFile file) {}
