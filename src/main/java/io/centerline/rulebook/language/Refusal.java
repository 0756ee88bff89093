package io.centerline.rulebook.language;

/** Ends the reading of one element; carries what the finding will say. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final int width;
    private final String help;

    Refusal(int offset, int width, String message, String help) {
        super(message, null, false, false);
        this.offset = offset;
        this.width = width;
        this.help = help;
    }

    Refusal(Token token, String message, String help) {
        this(token.offset(), token.text().length(), message, help);
    }

    Finding in(SourceText source) {
        return source.finding(offset, width, String.valueOf(getMessage()), help);
    }
}
