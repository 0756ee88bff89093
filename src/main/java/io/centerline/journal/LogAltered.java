package io.centerline.journal;

/** What the database holds is not what the log signed: it was changed by something other than this program. */
public final class LogAltered extends JournalException {

    private static final long serialVersionUID = 1L;

    /** Says what was changed. */
    public LogAltered(String message) {
        super(message, null);
    }
}
