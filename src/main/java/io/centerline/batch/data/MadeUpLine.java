package io.centerline.batch.data;

/** One entry line, to be filled again and again. Texts are as files have them; null stands for a blank cell. */
final class MadeUpLine {
    static final byte[] NONE = {};

    /** Which importer it is, and its number; empty where the file lacks it. */
    int importer;

    byte[] importerNumber = NONE;
    /** 0 for an importer, 1 for a broker, 2 for a courier. */
    int kind;

    byte[] entryNumber = NONE;
    int line;
    int entryType;
    /** Days since 1970. */
    int day;

    /** Positions in the schedule, additional numbers first and that of the goods last. */
    final int[] numbers = new int[3];

    int count;
    /** What stands in place of the last number; empty where that is right. */
    byte[] wrongNumber = NONE;
    /** 0 for none, 1 for X, 2 for V. */
    int set;

    boolean consignee;
    /** In hundredths. */
    long quantity;

    long cents;
    boolean wrongValue;
}
