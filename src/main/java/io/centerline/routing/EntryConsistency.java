package io.centerline.routing;

import io.centerline.facts.EntryLine;
import io.centerline.facts.Importer;
import io.centerline.facts.ProtestedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what a request says of one entry wherever it names it. */
final class EntryConsistency {
    private EntryConsistency() {}

    /**
     * What is said differently of an entry, as a sentence; null when nothing is.
     *
     * @param protesting who protests; an entry that names no importer is of this one
     * @param mentions all that is said of one entry, at least once
     */
    static @Nullable String odds(Importer protesting, List<ProtestedEntry> mentions) {
        for (ProtestedEntry one : mentions) {
            Importer own = one.importer();
            if (own != null && own.number().equals(protesting.number()) && own.kind() != protesting.kind()) {
                return "the entry calls " + own.number().masked() + " `" + own.kind() + "`, the request `"
                        + protesting.kind() + "`; say which it is";
            }
        }
        List<String> differ = new ArrayList<>();
        differing("port", mentions, one -> one.entry().port(), differ);
        differing("importer", mentions, one -> importer(protesting, one), differ);
        differing("lines", mentions, EntryConsistency::lines, differ);
        return differ.isEmpty() ? null : sentence(mentions, "", differ);
    }

    /** What is said differently of one category of an entry's merchandise, as a sentence; null when nothing is. */
    static @Nullable String oddsOfCategory(List<ProtestedEntry> mentions) {
        List<String> differ = new ArrayList<>();
        differing("decision", mentions, ProtestedEntry::decisionKey, differ);
        return differ.isEmpty()
                ? null
                : sentence(mentions, " on one category of merchandise", differ)
                        + ", or name all of them as one (19 U.S.C. 1514(c)(1))";
    }

    private static String sentence(List<ProtestedEntry> mentions, String on, List<String> differ) {
        return "the entry is named " + mentions.size() + " times" + on + ", with different "
                + differ.stream().map(field -> "`" + field + "`").collect(Collectors.joining(" and "))
                + "; say which is right";
    }

    private static void differing(
            String field, List<ProtestedEntry> mentions, Function<ProtestedEntry, String> said, List<String> differ) {
        Set<String> all = mentions.stream().map(said).collect(Collectors.toCollection(TreeSet::new));
        if (all.size() > 1) {
            differ.add(field);
        }
    }

    private static String importer(Importer protesting, ProtestedEntry one) {
        Importer own = one.importer() == null ? protesting : one.importer();
        return own.number().text() + " " + own.kind();
    }

    /** The lines whatever their order, and however each spells the number of its entry. */
    private static String lines(ProtestedEntry one) {
        return one.entry().lines().stream()
                .map(EntryConsistency::withoutEntry)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String withoutEntry(EntryLine line) {
        return line.toBuilder().entry(null).build().toString();
    }
}
