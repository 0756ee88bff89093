package io.centerline.tariff;

/** Which source vouches for a number in the schedule resource, and hence its status. */
enum NumberSource {
    /** The revision of the HTSUS lists the number. */
    REVISION('A', NumberStatus.ACTIVE),
    /** A reporting number of CBP under a chapter 91 rate line whose statistical suffixes the revision does not list. */
    REPORTING('R', NumberStatus.ACTIVE),
    /** A reporting number of CBP that the revision no longer has. */
    RETIRED('X', NumberStatus.EXPIRED),
    /** A number that an earlier revision had, and that only the comparison of revisions still names. */
    DROPPED('D', NumberStatus.EXPIRED);

    private final char letter;
    private final NumberStatus status;

    NumberSource(char letter, NumberStatus status) {
        this.letter = letter;
        this.status = status;
    }

    /** The letter that stands for it in the resource. */
    char letter() {
        return letter;
    }

    NumberStatus status() {
        return status;
    }
}
