package io.centerline.accounts;

/** What is to be changed is not on file. */
public final class NotOnFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotOnFile(String message) {
        super(message, null, false, false);
    }
}
