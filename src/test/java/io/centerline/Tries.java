package io.centerline;

/** How often a test of random cases tries: in each build some, and all with {@code -Dcenterline.thorough=true}. */
public final class Tries {
    private static final boolean THOROUGH = Boolean.getBoolean("centerline.thorough");

    private Tries() {}

    /** The number of tries of this run. */
    public static int of(int usual, int thorough) {
        return THOROUGH ? thorough : usual;
    }
}
