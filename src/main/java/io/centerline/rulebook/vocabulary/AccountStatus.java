package io.centerline.rulebook.vocabulary;

/** What the placement rules say of an importer's account on a day. */
public enum AccountStatus {
    /** It is placed: the account on file, a direction or a granted appeal says where. */
    PLACED,
    /** It is not placed yet. */
    PENDING,
    /** It cannot be placed, as those of brokers and couriers. */
    NOT_ELIGIBLE,
    /** What is on file says two things, and a person has to decide. */
    CONFLICT
}
