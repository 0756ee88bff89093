package io.centerline.facts;

/** The part the importer plays on an entry summary line. */
public enum Role {
    IMPORTER_OF_RECORD,
    /** Ultimate consignee only; somebody else is the importer of record. */
    CONSIGNEE
}
