package io.centerline.intake.sheet;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;

/** What can be wrong with a workbook as a whole. */
final class WorkbookFault {
    private WorkbookFault() {}

    static RowSource.Unreadable damaged(String reason) {
        return of(
                IssueCode.FILE_WORKBOOK,
                "the workbook is damaged: " + reason,
                "open it in a spreadsheet program and save it again");
    }

    static RowSource.Unreadable tooLarge(String reason) {
        return of(
                IssueCode.FILE_WORKBOOK,
                "the workbook is larger than can be read: " + reason,
                "save the sheet as CSV UTF-8");
    }

    static RowSource.Unreadable of(IssueCode code, String message, String help) {
        return new RowSource.Unreadable(new Issue(code, "", message, help), true);
    }
}
