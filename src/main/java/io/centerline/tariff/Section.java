package io.centerline.tariff;

import java.util.List;
import java.util.stream.IntStream;

/** The sections of the HTSUS, each with its chapters (HTSUS 2026, table of contents). Chapter 77 is reserved and in none. */
public enum Section {
    I("Animals", 1, 5),
    II("Plants", 6, 14),
    III("Fats and oils", 15, 15),
    IV("Food, beverages, tobacco", 16, 24),
    V("Minerals", 25, 27),
    VI("Chemicals", 28, 38),
    VII("Plastics and rubber", 39, 40),
    VIII("Leather and furskins", 41, 43),
    IX("Wood and cork", 44, 46),
    X("Paper and print", 47, 49),
    XI("Textiles", 50, 63),
    XII("Footwear and headgear", 64, 67),
    XIII("Stone, ceramics, glass", 68, 70),
    XIV("Pearls and precious metals", 71, 71),
    XV("Base metals", 72, 83),
    XVI("Machinery and electronics", 84, 85),
    XVII("Vehicles, aircraft, vessels", 86, 89),
    XVIII("Instruments, clocks, music", 90, 92),
    XIX("Arms", 93, 93),
    XX("Furniture, toys, miscellaneous", 94, 96),
    XXI("Art and antiques", 97, 97),
    XXII("Special provisions", 98, 99);

    private static final int RESERVED = 77;

    private final String subject;
    private final int first;
    private final int last;

    Section(String subject, int first, int last) {
        this.subject = subject;
        this.first = first;
        this.last = last;
    }

    /** What its goods are, in a few words. */
    public String subject() {
        return subject;
    }

    /** Its chapters, ascending. */
    public List<Integer> chapters() {
        return IntStream.rangeClosed(first, last)
                .filter(chapter -> chapter != RESERVED)
                .boxed()
                .toList();
    }
}
