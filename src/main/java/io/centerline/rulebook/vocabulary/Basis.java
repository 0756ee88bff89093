package io.centerline.rulebook.vocabulary;

/**
 * The legal ground of a proposal, strongest first. The declared order is the law's order of precedence and the only
 * thing that ranks two proposals; the order of rules and files never does.
 */
public enum Basis {
    /** Brokers and couriers acting as importer of record are not placed (19 CFR 101.10). */
    ELIGIBILITY,
    /** CBP or a Center directs the account into a Center. */
    DIRECTED,
    /** An appeal was granted. */
    APPEAL,
    /** The importer was placed before; placement is account based. */
    ACCOUNT,
    /** One of the three factors of 19 CFR 101.10 points to a Center. */
    EVIDENCE,
    /** The HTSUS classification of the predominant number of goods imported. */
    PREDOMINANCE
}
