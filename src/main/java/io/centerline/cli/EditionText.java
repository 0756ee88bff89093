package io.centerline.cli;

import io.centerline.tariff.AddedEdition;
import io.centerline.tariff.Schedule;
import io.centerline.text.Sha256;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;

/** Editions of the schedule in words. */
final class EditionText {
    private EditionText() {}

    /** How many numbers an edition has. */
    static String numbers(Schedule edition) {
        int ten = edition.reportable("").size();
        long eight = edition.numbers().stream()
                .filter(number -> number.digits().length() == 8)
                .count();
        return String.format(Locale.ROOT, "%,d of ten digits that can be reported, %,d of eight", ten, eight);
    }

    /** On which days an edition applies, beside the others. */
    static String days(AddedEdition edition, Schedule all) {
        LocalDate until = edition.until();
        LocalDate last = until == null ? LocalDate.MAX : until;
        String behind = until == null ? "on" : "to " + until;
        for (AddedEdition other : all.added()) {
            if (other.from().isAfter(edition.from()) && !other.from().isAfter(last)) {
                last = other.from().minusDays(1);
                behind = "to " + last + ", since `" + other.name() + "` begins then";
            }
        }
        LocalDate own = all.ownFrom();
        if (own.isAfter(edition.from()) && !own.isAfter(last)) {
            behind = "to " + own.minusDays(1) + ", since `" + all.own().edition() + "` may begin then";
        } else if (until == null && last.equals(LocalDate.MAX)) {
            behind += ", in place of `" + all.own().edition() + "`; if that one replaced it, say so with `--until`";
        }
        return "from " + edition.from() + " " + behind;
    }

    /** The start of the hash of an edition's text. */
    static String hash(Schedule edition) {
        return HexFormat.of().formatHex(Sha256.of(edition.text()), 0, 16);
    }
}
