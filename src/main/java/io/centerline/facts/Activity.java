package io.centerline.facts;

/** What is to be done after release, or at the port, and for which an office is sought. The rules say which office it is. */
public enum Activity {
    /** Processing an entry summary. */
    ENTRY_SUMMARY,
    /** Liquidating an entry. */
    LIQUIDATION,
    /** Suspending a liquidation. */
    LIQUIDATION_SUSPENSION,
    /** Extending the time to liquidate. */
    LIQUIDATION_EXTENSION,
    /** Deciding a protest. */
    PROTEST,
    /** Deciding a petition of an interested party under 19 U.S.C. 1516. */
    PETITION,
    /** Marking with the country of origin. */
    COUNTRY_OF_ORIGIN_MARKING,
    /** Classifying goods. */
    CLASSIFICATION,
    /** Appraising goods. */
    APPRAISEMENT,
    /** Determining origin. */
    RULES_OF_ORIGIN,
    /** Deciding a claim under a free trade agreement or another preference. */
    PREFERENCE_CLAIM,
    /** Matters of trademarks and copyrights. */
    TRADEMARK_COPYRIGHT,
    /** Packing and stamping. */
    PACKING_STAMPING,
    /** A matter of the bond of entries already made. */
    BOND,
    /** Keeping and producing records. */
    RECORDKEEPING,
    /** An informal entry. */
    INFORMAL_ENTRY,
    /** A withdrawal from warehouse for consumption. */
    WAREHOUSE_WITHDRAWAL,
    /** A quota entry summary. */
    QUOTA,
    /** The reasonable opportunity to label. */
    LABELING,
    /** An inquiry of the trade. */
    INQUIRY,
    /** Another special entry procedure. */
    SPECIAL_ENTRY_PROCEDURE,
    /** A financial matter of an entry. */
    FINANCIAL_MATTER,
    /** The entry summary of goods that leave a foreign trade zone. */
    FTZ_ENTRY_SUMMARY,
    /** Reconciling entries with what was not known when they were filed. */
    RECONCILIATION,
    /** Correcting an entry summary before it is liquidated. */
    POST_SUMMARY_CORRECTION,
    /** A request for information, CBP Form 28. */
    REQUEST_FOR_INFORMATION,
    /** A notice of action, CBP Form 29. */
    NOTICE_OF_ACTION,
    /** Rejecting or cancelling an entry summary. */
    ENTRY_CANCELLATION,
    /** A census warning. */
    CENSUS_WARNING,
    /** A vessel repair entry. */
    VESSEL_REPAIR,
    /** A request for internal advice. */
    INTERNAL_ADVICE,
    /** A prior disclosure. */
    PRIOR_DISCLOSURE,
    /** An entry subject to antidumping or countervailing duty. */
    ANTIDUMPING_COUNTERVAILING,
    /** Releasing cargo. */
    CARGO_RELEASE,
    /** Examining cargo. */
    EXAMINATION,
    /** Controlling and moving cargo. */
    MOVEMENT,
    /** Exporting. */
    EXPORT,
    /** Drawback. */
    DRAWBACK,
    /** Fines, penalties and forfeitures. */
    FINES_PENALTIES_FORFEITURES,
    /** Admitting goods into a foreign trade zone. */
    FTZ_ADMISSION,
    /** Detaining goods. */
    DETENTION,
    /** Moving goods in bond. */
    IN_BOND,
    /** Demanding redelivery. */
    REDELIVERY,
    /** Demanding a single transaction bond. */
    SINGLE_TRANSACTION_BOND,
    /** Taking samples. */
    SAMPLING,
    /** Approving a continuous bond. */
    CONTINUOUS_BOND_APPROVAL,
    /** A binding ruling. */
    BINDING_RULING,
    /** A focused assessment or another audit. */
    REGULATORY_AUDIT,
    /** The Customs Trade Partnership Against Terrorism. */
    CTPAT
}
