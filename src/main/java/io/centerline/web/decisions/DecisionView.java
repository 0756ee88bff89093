package io.centerline.web.decisions;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A recorded decision as pages read it, whatever contract it was made under: what is not known here is passed over, and what
 * is not there is empty.
 *
 * @param id its id
 * @param importer whose
 * @param activity of a routing: the activity; null for a placement
 * @param entry of a routing: the number of the entry
 * @param status its status code
 * @param office of a routing: who handles it
 * @param center where to
 * @param port of a routing: the port
 * @param basis the legal basis
 * @param indicated where the count points to
 * @param reviews why a person should look at it
 * @param explanation why
 * @param warnings what was noted about the request
 * @param receipt what it was made of
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DecisionView(
        @Nullable String id,
        @Nullable Party importer,
        @Nullable String activity,
        @Nullable String entry,
        @Nullable String status,
        @Nullable String office,
        @Nullable Place center,
        @Nullable String port,
        @Nullable String basis,
        @Nullable Place indicated,
        List<Note> reviews,
        Reasons explanation,
        List<Note> warnings,
        Made receipt) {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private static final String AFTER_HEADING = ": (?=.)";

    public DecisionView {
        reviews = listed(reviews);
        warnings = listed(warnings);
        explanation = explanation == null ? Reasons.NONE : explanation;
        receipt = receipt == null ? Made.NONE : receipt;
    }

    /** Reads a recorded decision. */
    static DecisionView read(byte[] body) {
        try {
            return JSON.readValue(body, DecisionView.class);
        } catch (IOException otherwise) {
            throw new UncheckedIOException("the recorded decision cannot be shown", otherwise);
        }
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Whether it says where one activity goes. */
    public boolean isRouting() {
        return activity != null;
    }

    /** Whether its importer can appeal it: it assigns a Center, as none is assigned to brokers and couriers (19 CFR 101.10). */
    public boolean isAppealable() {
        return !isRouting() && namesCenter();
    }

    /** Whether it can become the placement on file; a direction holds for its own days only. */
    public boolean isAdoptable() {
        return isAppealable() && !"DIRECTED".equals(basis);
    }

    /** Whether lines were counted for Centers, or could have been. */
    public boolean hasShares() {
        return !isRouting() || !explanation.tallies().isEmpty();
    }

    /** Whether it names one of the ten Centers. */
    public boolean namesCenter() {
        return center != null && center.code() != null && center.code().startsWith("CEE");
    }

    /** The status as a class and a word: placed, pending, not eligible or conflict. */
    public String state() {
        if (reviews.stream().anyMatch(review -> "CONFLICT".equals(review.code()))) {
            return "conflict";
        }
        return DecisionWording.of(status);
    }

    /** What the summary says first, such as {@code Placed in Electronics}; without a summary the Center's name, or the status. */
    public String heading() {
        String summary = explanation.summary();
        if (summary != null) {
            return summary.split(AFTER_HEADING, 2)[0];
        }
        return center != null && center.name() != null ? center.name() : DecisionWording.of(status);
    }

    /** What the summary says behind its heading; empty when that is all. */
    public String reason() {
        String summary = explanation.summary() == null ? "" : explanation.summary();
        String[] parts = summary.split(AFTER_HEADING, 2);
        return parts.length < 2 ? "" : parts[1].substring(0, 1).toUpperCase(Locale.ROOT) + parts[1].substring(1);
    }

    /** The whole summary; without one the heading. */
    public String said() {
        return explanation.summary() == null ? heading() : explanation.summary();
    }

    /** The importer number, where the whole of it is known; else empty. */
    public String account() {
        String number = importer == null || importer.number() == null ? "" : importer.number();
        return number.contains("*") ? "" : number;
    }

    /**
     * Whose it is.
     *
     * @param number the importer number, masked where it is a social security number
     * @param kind what kind of importer
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Party(@Nullable String number, @Nullable String kind) {}

    /**
     * Where to.
     *
     * @param code of a Center, or of none
     * @param name in words
     * @param office where the Center is
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Place(
            @Nullable String code,
            @Nullable String name,
            @Nullable String office) {}

    /**
     * A review or a warning.
     *
     * @param code its code
     * @param message the sentence
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Note(@Nullable String code, @Nullable String message) {}

    /**
     * Why.
     *
     * @param summary in one sentence
     * @param counting which lines were counted
     * @param tallies how many for each Center
     * @param notCounted which were not
     * @param steps the rules that concluded
     * @param notFired the rules that did not
     * @param flips what would change it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Reasons(
            @Nullable String summary,
            @Nullable Counting counting,
            List<Share> tallies,
            List<Missed> notCounted,
            List<Step> steps,
            List<Unfired> notFired,
            List<Flip> flips) {
        static final Reasons NONE = new Reasons(null, null, List.of(), List.of(), List.of(), List.of(), List.of());

        public Reasons {
            tallies = listed(tallies);
            notCounted = listed(notCounted);
            steps = listed(steps);
            notFired = listed(notFired);
            flips = listed(flips);
        }

        /** Whether it was recorded with a summary only: no step was kept, neither of a rule that concluded nor of another. */
        public boolean isSummaryOnly() {
            return steps.isEmpty() && notFired.isEmpty();
        }

        /** Whether it says which headings the lines of a Center are in. */
        public boolean hasHeadings() {
            return tallies.stream().anyMatch(share -> !share.headings().isEmpty());
        }

        /** What did not count, as far as any line did not. */
        public List<Missed> missed() {
            return notCounted.stream().filter(missed -> missed.count() > 0).toList();
        }
    }

    /**
     * Which lines were counted.
     *
     * @param measure what was counted
     * @param from the first day
     * @param to the last day
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Counting(
            @Nullable String measure,
            @Nullable String from,
            @Nullable String to) {

        /** The first day; null where it is none. */
        public @Nullable LocalDate firstDay() {
            return day(from);
        }

        /** The last day; null where it is none. */
        public @Nullable LocalDate lastDay() {
            return day(to);
        }
    }

    /**
     * What a Center has.
     *
     * @param center its code
     * @param count how many lines
     * @param share of the lines, from 0 to 1
     * @param value in US dollars
     * @param valueShare of the value, from 0 to 1
     * @param headings where the lines are
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Share(
            String center,
            long count,
            @Nullable BigDecimal share,
            @Nullable BigDecimal value,
            @Nullable BigDecimal valueShare,
            List<Heading> headings) {
        public Share {
            headings = listed(headings);
        }
    }

    /**
     * Lines of one heading.
     *
     * @param heading four digits
     * @param count how many lines
     * @param rule that says where they belong
     * @param standing of the rule
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Heading(
            @Nullable String heading,
            long count,
            @Nullable String rule,
            @Nullable String standing) {}

    /**
     * Lines that did not count.
     *
     * @param reason why
     * @param count how many
     * @param examples some of them
     * @param rules that say so
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Missed(@Nullable String reason, long count, List<String> examples, List<String> rules) {
        public Missed {
            examples = listed(examples);
            rules = listed(rules);
        }
    }

    /**
     * A rule that concluded.
     *
     * @param stage where in the way of a decision
     * @param rule its id
     * @param outcome what it did
     * @param sentence in words
     * @param citation its source
     * @param standing what it rests on
     * @param source where it stands
     * @param evidence what sources say
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Step(
            @Nullable String stage,
            @Nullable String rule,
            @Nullable String outcome,
            @Nullable String sentence,
            @Nullable String citation,
            @Nullable String standing,
            @Nullable Source source,
            List<Piece> evidence) {
        public Step {
            evidence = listed(evidence);
        }

        /** The sentence with the rule and its source, which sentences about headings name themselves. */
        public String reason() {
            String said = sentence == null ? "" : sentence;
            return rule == null || said.contains(rule)
                    ? said
                    : said + " (" + rule + (citation == null ? "" : ", " + citation) + ")";
        }
    }

    /**
     * Where a rule stands.
     *
     * @param file the file
     * @param line the line, from 1
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Source(@Nullable String file, int line) {}

    /**
     * What a source says of a rule.
     *
     * @param id of the piece of evidence
     * @param speaks for or against
     * @param center the Center that the source names
     * @param kind what kind of source
     * @param date when
     * @param citation which
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Piece(
            @Nullable String id,
            @Nullable String speaks,
            @Nullable String center,
            @Nullable String kind,
            @Nullable String date,
            @Nullable String citation) {

        /** Whether it speaks against the rule. */
        public boolean isAgainst() {
            return "AGAINST".equals(speaks);
        }

        /** The kind in words. */
        public String words() {
            return DecisionWording.of(kind);
        }

        /** The day; null where it is none. */
        public @Nullable LocalDate on() {
            return day(date);
        }
    }

    /**
     * A rule that did not conclude.
     *
     * @param stage where in the way of a decision
     * @param rule its id
     * @param title what it says
     * @param because the condition that failed
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Unfired(
            @Nullable String stage,
            @Nullable String rule,
            @Nullable String title,
            List<Missing> because) {
        public Unfired {
            because = listed(because);
        }
    }

    /**
     * A condition that failed.
     *
     * @param condition as written
     * @param line where, from 1
     * @param found what was there instead
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Missing(
            @Nullable String condition, int line, @Nullable String found) {}

    /**
     * What would change a decision.
     *
     * @param center where to
     * @param lines how many more
     * @param sentence in words
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Flip(
            @Nullable String center, long lines, @Nullable String sentence) {}

    /**
     * The receipt.
     *
     * @param rulebook hash of the rules
     * @param facts hash of the facts
     * @param schedule edition of the schedule
     * @param program version of the program
     * @param contract number of the contract; 0 where none is named, which is the first
     * @param asOf the day decided for
     * @param decidedAt when
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Made(
            @Nullable String rulebook,
            @Nullable String facts,
            @Nullable String schedule,
            @Nullable String program,
            int contract,
            @Nullable String asOf,
            @Nullable String decidedAt) {
        static final Made NONE = new Made(null, null, null, null, 0, null, null);

        public Made {
            contract = Math.max(contract, 1);
        }

        /** The day decided for; null where it is none. */
        public @Nullable LocalDate day() {
            return DecisionView.day(asOf);
        }

        /** When it was decided; null where nothing says so. */
        public @Nullable Instant moment() {
            try {
                return decidedAt == null ? null : Instant.parse(decidedAt);
            } catch (DateTimeException none) {
                return null;
            }
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
