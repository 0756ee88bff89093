package io.centerline.intake.rows;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;

/** Why rows are rejected once more than one of them is known. The message names them all. */
record Rejection(Issue issue) {

    /** A reason. */
    Rejection(IssueCode code, String pointer, String message, String help) {
        this(new Issue(code, pointer, message, help));
    }
}
