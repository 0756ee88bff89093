package io.centerline.api;

import io.centerline.facts.AppealPacket;
import io.centerline.facts.AppealPacket.Heading;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.intake.AccountReader;
import io.centerline.intake.FieldReader;
import io.centerline.intake.InputPlace;
import io.centerline.intake.Issues;
import io.centerline.intake.JsonBody;
import io.centerline.intake.JsonCursor;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.RequestFields;
import io.centerline.intake.RequestFields.DataField;
import io.centerline.intake.RequestFields.HeadingField;
import io.centerline.intake.RequestFields.PacketField;
import io.centerline.intake.ValueReader;
import io.centerline.tariff.Center;
import io.centerline.text.Echo;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the packet of an appeal under the rules of {@link JsonIntake}: closed fields, every issue at once, nothing the body
 * holds makes it throw. What a packet lacks is no issue; what it has must be readable. Stateless.
 */
public final class AppealIntake {
    private static final String MASK = "***-**-";
    private static final int LONGEST_JUSTIFICATION = 20_000;
    /** More than there are headings. */
    private static final int MOST_HEADINGS = 1_500;

    private AppealIntake() {}

    /**
     * What a body says.
     *
     * @param packet the packet; null only with issues
     * @param author who records it
     * @param reason why
     * @param issues everything wrong, in input order
     */
    public record Asked(@Nullable AppealPacket packet, String author, String reason, List<Issue> issues)
            implements AccountChange {}

    /** The number that the account or its appeal shows masked; null when there is none, or more than one. */
    public interface Shown {
        @Nullable
        ImporterNumber number(String masked);
    }

    /**
     * Reads one request.
     *
     * @param body the body; whoever took it from the wire has checked its length
     * @param shown knows numbers that answers show masked, so that a packet can be sent back as it came
     */
    public static Asked read(byte[] body, Shown shown) {
        Issues issues = new Issues();
        Asked asked = JsonBody.read(body, issues, cursor -> new Reader(cursor, issues, shown).read());
        return asked == null || issues.any()
                ? new Asked(null, "", "", issues.list())
                : new Asked(asked.packet(), asked.author(), asked.reason(), issues.list());
    }

    private record Data(@Nullable LocalDate from, @Nullable LocalDate to, List<Heading> headings) {
        static final Data NONE = new Data(null, null, List.of());
    }

    private static final class Reader {
        private final JsonCursor cursor;
        private final Issues issues;
        private final FieldReader fields;
        private final ValueReader values;
        private final Shown shown;

        Reader(JsonCursor cursor, Issues issues, Shown shown) {
            this.shown = shown;
            this.cursor = cursor;
            this.issues = issues;
            this.fields = new FieldReader(issues);
            this.values = new ValueReader(cursor, fields);
        }

        @Nullable
        Asked read() throws IOException {
            if (!cursor.enterObject()) {
                return null;
            }
            LocalDate filed = null;
            String reference = null;
            Center currentCenter = null;
            Center preferred = null;
            List<ImporterNumber> importers = List.of();
            List<String> bonds = List.of();
            String justification = "";
            Data data = Data.NONE;
            String author = null;
            String reason = null;
            PacketField field;
            while ((field = cursor.nextField(RequestFields.PACKET)) != null) {
                switch (field) {
                    case FILED -> filed = values.date();
                    case REFERENCE -> reference = values.statement();
                    case CURRENT_CENTER -> currentCenter = values.center();
                    case PREFERRED -> preferred = values.center();
                    case IMPORTERS -> importers = readImporters();
                    case BONDS -> bonds = readBonds();
                    case JUSTIFICATION -> justification = values.text(LONGEST_JUSTIFICATION);
                    case DATA -> data = readData();
                    case AUTHOR -> author = values.statement();
                    case REASON -> reason = values.statement();
                }
            }
            if (filed == null || reference == null || author == null || reason == null || justification == null) {
                return null;
            }
            AppealPacket packet = new AppealPacket(
                    filed,
                    reference,
                    currentCenter,
                    preferred,
                    importers,
                    bonds,
                    justification,
                    data.from(),
                    data.to(),
                    data.headings());
            return new Asked(packet, author, reason, List.of());
        }

        private List<ImporterNumber> readImporters() throws IOException {
            List<ImporterNumber> importers = new ArrayList<>();
            if (cursor.enterList()) {
                while (AccountReader.nextRecord(cursor, issues)) {
                    String text = cursor.text();
                    ImporterNumber number = text == null ? null : number(text.strip());
                    if (number != null && !importers.contains(number)) {
                        importers.add(number);
                    }
                }
            }
            return importers;
        }

        private @Nullable ImporterNumber number(String text) {
            if (!text.startsWith(MASK)) {
                return fields.importerNumber(cursor, text);
            }
            ImporterNumber number = shown.number(text);
            if (number == null) {
                issues.add(
                        IssueCode.IMPORTER_NUMBER_MALFORMED,
                        cursor,
                        cursor.prefix() + "importer number " + Echo.of(text)
                                + " is masked, and neither the account nor its appeal shows one number so",
                        "write the whole number");
            }
            return number;
        }

        private List<String> readBonds() throws IOException {
            List<String> bonds = new ArrayList<>();
            if (cursor.enterList()) {
                while (AccountReader.nextRecord(cursor, issues)) {
                    String bond = values.statement();
                    if (bond != null && !bonds.contains(bond)) {
                        bonds.add(bond);
                    }
                }
            }
            return bonds;
        }

        private Data readData() throws IOException {
            if (!cursor.enterObject()) {
                return Data.NONE;
            }
            LocalDate from = null;
            LocalDate to = null;
            List<Heading> headings = List.of();
            DataField field;
            while ((field = cursor.nextField(RequestFields.DATA)) != null) {
                switch (field) {
                    case FROM -> from = values.date();
                    case TO -> to = values.date();
                    case HEADINGS -> headings = readHeadings();
                }
            }
            if (from != null && to != null) {
                AccountReader.isReversed(cursor, issues, "to", from, to);
            }
            return new Data(from, to, headings);
        }

        private List<Heading> readHeadings() throws IOException {
            List<Heading> headings = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            if (cursor.enterList()) {
                while (AccountReader.nextRecord(cursor, issues, MOST_HEADINGS)) {
                    Heading heading = readHeading();
                    if (heading != null && !seen.add(heading.heading())) {
                        InputPlace place = cursor.at("heading");
                        issues.add(
                                IssueCode.VALUE_MALFORMED,
                                place,
                                place.subject() + " `" + heading.heading() + "` is there twice",
                                "add the two up");
                    } else if (heading != null) {
                        headings.add(heading);
                    }
                }
            }
            return headings;
        }

        private @Nullable Heading readHeading() throws IOException {
            if (!cursor.enterObject()) {
                return null;
            }
            String heading = null;
            Integer count = null;
            BigDecimal value = null;
            HeadingField field;
            while ((field = cursor.nextField(RequestFields.HEADING)) != null) {
                switch (field) {
                    case HEADING -> heading = readDigits();
                    case COUNT -> count = values.integer(1);
                    case VALUE -> {
                        String text = cursor.text();
                        value = text == null ? null : fields.total(cursor, text);
                    }
                }
            }
            return heading == null || count == null ? null : new Heading(heading, count, value);
        }

        private @Nullable String readDigits() throws IOException {
            String text = cursor.text();
            if (text != null && !text.matches("[0-9]{4}")) {
                issues.add(
                        IssueCode.VALUE_MALFORMED,
                        cursor,
                        cursor.subject() + " " + Echo.of(text) + " is no heading",
                        "write its four digits, for example `8471`");
                return null;
            }
            return text;
        }
    }
}
