package io.centerline.accounts;

import io.centerline.facts.Account;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the file says of an importer on a day, for a request that leaves that to the file. What kind of party it is belongs to
 * it: where the file decides, it decides that too, and a request that calls the importer something else gets a warning.
 *
 * @param kind what kind of party; null when nothing is on file
 * @param account what is in force that day; null when nothing is
 */
public record PartyOnFile(
        @Nullable ImporterKind kind, @Nullable Account account) {
    /** When nothing is on file. */
    public static final PartyOnFile NOBODY = new PartyOnFile(null, null);

    /** What a file says on a day. */
    public static PartyOnFile of(AccountFile file, LocalDate day) {
        return file.exists() ? new PartyOnFile(file.kind(), file.on(day).orElse(null)) : NOBODY;
    }

    /** The importer that a request names, of the kind on file. */
    public Importer importer(Importer asked) {
        return kind == null ? asked : new Importer(asked.number(), asked.name(), kind);
    }

    /**
     * What intake noted, and behind it where the request and the file differ.
     *
     * @param kindAt where the request says the importer's kind; null when it does not, and then nothing differs
     */
    public List<Issue> warnings(List<Issue> noted, Importer asked, @Nullable String kindAt) {
        if (kindAt == null || kind == null || kind == asked.kind()) {
            return noted;
        }
        List<Issue> all = new ArrayList<>(noted);
        all.add(new Issue(
                IssueCode.KIND_DIFFERS,
                kindAt,
                "the request calls the importer `" + asked.kind() + "`; the account on file says `" + kind
                        + "`, which decides",
                "correct the account with `PUT /v1/accounts/{number}` if it is wrong"));
        return List.copyOf(all);
    }
}
