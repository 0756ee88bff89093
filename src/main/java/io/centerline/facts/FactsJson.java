package io.centerline.facts;

import io.centerline.text.Sha256;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts as canonical JSON (RFC 8785): keys sorted, no blanks, UTF-8, in the field names of a placement request.
 *
 * <p>Every default is written out, {@code hts} is always a list, and what is absent is null, so equal facts give equal
 * bytes and, without masking, intake reads the bytes back to equal facts. Stateless.
 */
public final class FactsJson {

    private static final int BYTES_PER_LINE = 192;
    private static final int BYTES_AROUND = 512;

    /** The fields of an entry line, sorted by their keys. */
    private static final LineField[] LINE = Arrays.stream(LineField.values())
            .sorted(Comparator.comparing(LineField::key))
            .toArray(LineField[]::new);

    private FactsJson() {}

    /**
     * The facts in canonical form.
     *
     * @throws IllegalArgumentException when a text holds half a surrogate pair, which intake never lets in
     */
    public static byte[] canonical(Facts facts, Masking masking) {
        CanonicalBytes out = start(facts);
        write(out, facts.importer(), masking);
        return end(out, facts).toArray();
    }

    /** The facts of a routing in canonical form; they alone name an {@code activity}. */
    public static byte[] canonical(RoutingFacts facts, Masking masking) {
        EntrySummary entry = facts.entry();
        CanonicalBytes out =
                new CanonicalBytes(BYTES_AROUND + BYTES_PER_LINE * entry.lines().size());
        out.raw("{\"account\":");
        write(out, facts.account());
        out.raw(",\"activity\":\"").raw(facts.activity().name()).raw("\",\"asOf\":");
        out.date(facts.asOf());
        out.raw(",\"entry\":{\"lines\":[");
        for (int i = 0; i < entry.lines().size(); i++) {
            write(out.raw(i == 0 ? "" : ","), entry.lines().get(i));
        }
        out.raw("],\"number\":").string(entry.number());
        out.raw(",\"port\":").raw(entry.port().isEmpty() ? "null" : "\"" + entry.port() + "\"");
        out.raw("},\"importer\":");
        write(out, facts.importer(), masking);
        return out.raw("}").toArray();
    }

    /** The published hash of the facts of a routing, under the rules of {@link #hash(Facts)}. */
    public static String hash(RoutingFacts facts) {
        return Sha256.name(Sha256.of(canonical(facts, Masking.HASH)));
    }

    private static CanonicalBytes start(Facts facts) {
        CanonicalBytes out =
                new CanonicalBytes(BYTES_AROUND + BYTES_PER_LINE * facts.lines().size());
        out.raw("{\"account\":");
        write(out, facts.account());
        out.raw(",\"asOf\":");
        out.date(facts.asOf());
        out.raw(",\"evidence\":[");
        List<Evidence> evidence = facts.evidence();
        for (int i = 0; i < evidence.size(); i++) {
            write(out.raw(i == 0 ? "" : ","), evidence.get(i));
        }
        return out.raw("],\"importer\":");
    }

    private static CanonicalBytes end(CanonicalBytes out, Facts facts) {
        out.raw(",\"lines\":[");
        List<EntryLine> lines = facts.lines();
        for (int i = 0; i < lines.size(); i++) {
            write(out.raw(i == 0 ? "" : ","), lines.get(i));
        }
        return out.raw("]}");
    }

    /**
     * The published hash of the facts: {@code sha256:} and the hex digest of the canonical form under
     * {@link Masking#HASH}. Facts that differ in nothing but the importer's name, or the masked digits of a social
     * security number, share it: a hash over the whole number could be undone by trying all numbers.
     */
    public static String hash(Facts facts) {
        return Sha256.name(Sha256.of(canonical(facts, Masking.HASH)));
    }

    private static void write(CanonicalBytes out, Importer importer, Masking masking) {
        out.raw("{\"kind\":\"").raw(importer.kind().name()).raw("\"");
        if (masking != Masking.HASH) {
            out.raw(",\"name\":").string(importer.name());
        }
        ImporterNumber number = importer.number();
        out.raw(",\"number\":").string(masking == Masking.NONE ? number.text() : number.masked());
        out.raw("}");
    }

    private static void write(CanonicalBytes out, EntryLine line) {
        int start = out.length();
        for (LineField field : LINE) {
            field.write(line, out);
        }
        out.object(start);
    }

    private static void write(CanonicalBytes out, Evidence evidence) {
        out.raw("{\"center\":\"").raw(evidence.center().code());
        out.raw("\",\"factor\":\"").raw(evidence.factor().name());
        out.raw("\",\"recordedBy\":").string(evidence.recordedBy()).raw(",\"recordedOn\":");
        out.date(evidence.recordedOn());
        out.raw(",\"reference\":").string(evidence.reference()).raw("}");
    }

    private static void write(CanonicalBytes out, @Nullable Account account) {
        if (account == null) {
            out.raw("null");
            return;
        }
        out.raw("{\"appeals\":[");
        List<Appeal> appeals = account.appeals();
        for (int i = 0; i < appeals.size(); i++) {
            write(out.raw(i == 0 ? "" : ","), appeals.get(i));
        }
        out.raw("],\"center\":");
        if (account.center() == null) {
            out.raw("null");
        } else {
            out.raw("\"").raw(account.center().code()).raw("\"");
        }
        out.raw(",\"directed\":[");
        List<Direction> directed = account.directed();
        for (int i = 0; i < directed.size(); i++) {
            write(out.raw(i == 0 ? "" : ","), directed.get(i));
        }
        out.raw("],\"since\":");
        out.date(account.since());
        out.raw("}");
    }

    private static void write(CanonicalBytes out, Appeal appeal) {
        out.raw("{\"effective\":");
        out.date(appeal.effective());
        out.raw(",\"filed\":");
        out.date(appeal.filed());
        out.raw(",\"preferred\":\"").raw(appeal.preferred().code());
        out.raw("\",\"reference\":").string(appeal.reference());
        out.raw(",\"status\":\"").raw(appeal.status().name()).raw("\"}");
    }

    private static void write(CanonicalBytes out, Direction direction) {
        out.raw("{\"authority\":").string(direction.authority());
        out.raw(",\"center\":\"").raw(direction.center().code()).raw("\",\"from\":");
        out.date(direction.from());
        out.raw(",\"reference\":").string(direction.reference()).raw(",\"until\":");
        out.date(direction.through().equals(Account.OPEN) ? null : direction.through());
        out.raw("}");
    }
}
