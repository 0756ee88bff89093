package io.centerline.cli;

/** How a check's report is printed. */
enum CheckFormat {
    /** For people. */
    TEXT,
    /** One JSON document. */
    JSON,
    /** SARIF 2.1.0, for editors and code hosts. */
    SARIF
}
