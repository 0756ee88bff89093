package io.centerline.routing;

import io.centerline.facts.EntryLine;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ProtestFacts;
import io.centerline.facts.ProtestedEntry;
import io.centerline.text.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a request says of one entry wherever it names it. Only what is said is compared: where one place leaves out what
 * another says, the other one holds.
 */
final class EntryConsistency {
    private EntryConsistency() {}

    /** What kinds of party the entries call the importer who protests. */
    static SortedSet<ImporterKind> kinds(ProtestFacts facts) {
        return facts.entries().stream()
                .filter(one -> isOf(facts.importer(), one))
                .map(ProtestedEntry::kind)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOf(Importer importer, ProtestedEntry one) {
        return importer.number().equals(one.importer());
    }

    /**
     * What is said differently of an entry, as a sentence; null when nothing is.
     *
     * @param facts the request
     * @param mentions all that is said of one entry, at least once
     */
    static @Nullable String odds(ProtestFacts facts, List<ProtestedEntry> mentions) {
        for (ProtestedEntry one : mentions) {
            if (isOf(facts.importer(), one) && one.kind() != null) {
                String other = oddsOfKind(facts, one.kind());
                if (other != null) {
                    return other;
                }
            }
        }
        List<String> differ = new ArrayList<>();
        if (said(mentions, one -> one.entry().port()) > 1) {
            differ.add("port");
        }
        if (said(mentions, ProtestedEntry::importer) > 1 || said(mentions, ProtestedEntry::kind) > 1) {
            differ.add("importer");
        }
        if (said(mentions, EntryConsistency::lines) > 1) {
            differ.add("lines");
        }
        return differ.isEmpty() ? null : sentence(mentions, "", differ);
    }

    private static @Nullable String oddsOfKind(ProtestFacts facts, ImporterKind said) {
        String number = facts.importer().number().masked();
        if (!facts.kindSaid()) {
            List<String> kinds =
                    kinds(facts).stream().map(kind -> "`" + kind + "`").toList();
            return "entries call " + number + " " + Series.of(kinds) + "; say which it is";
        }
        ImporterKind known = facts.importer().kind();
        return said == known
                ? null
                : "the entry calls " + number + " `" + said + "`, the request or the file `" + known
                        + "`; say which it is";
    }

    /** What is said differently of one category of an entry's merchandise, as a sentence; null when nothing is. */
    static @Nullable String oddsOfCategory(List<ProtestedEntry> mentions) {
        return said(mentions, EntryConsistency::decision) > 1
                ? sentence(mentions, " on one category of merchandise", List.of("decision"))
                        + ", or name all of them as one (19 U.S.C. 1514(c)(1))"
                : null;
    }

    /**
     * The first mention of a category of an entry's merchandise, with all that the others say of the entry.
     *
     * @param mentions all that is said of the entry, without odds
     * @param ofCategory those on the category, without odds
     */
    static ProtestedEntry together(List<ProtestedEntry> mentions, List<ProtestedEntry> ofCategory) {
        ProtestedEntry first = ofCategory.get(0);
        return first.with(
                mentions.stream()
                        .map(one -> one.entry().lines())
                        .filter(lines -> !lines.isEmpty())
                        .findFirst()
                        .orElse(List.of()),
                mentions.stream()
                        .map(ProtestedEntry::importer)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                mentions.stream()
                        .map(ProtestedEntry::kind)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                ofCategory.stream()
                        .map(ProtestedEntry::decision)
                        .filter(decision -> !decision.isBlank())
                        .findFirst()
                        .orElse(""));
    }

    private static String sentence(List<ProtestedEntry> mentions, String on, List<String> differ) {
        return "the entry is named " + mentions.size() + " times" + on + ", with different "
                + Series.of(differ.stream().map(field -> "`" + field + "`").toList())
                + "; say which is right";
    }

    /** How many different things are said. */
    private static long said(List<ProtestedEntry> mentions, Function<ProtestedEntry, ?> said) {
        return mentions.stream().map(said).filter(Objects::nonNull).distinct().count();
    }

    private static @Nullable String decision(ProtestedEntry one) {
        return one.decision().isBlank() ? null : one.decisionKey();
    }

    /** The lines whatever their order, and however each spells the number of its entry; null without any. */
    private static @Nullable String lines(ProtestedEntry one) {
        List<EntryLine> lines = one.entry().lines();
        return lines.isEmpty()
                ? null
                : lines.stream().map(EntryConsistency::withoutEntry).sorted().collect(Collectors.joining("\n"));
    }

    private static String withoutEntry(EntryLine line) {
        return line.toBuilder().entry(null).build().toString();
    }
}
