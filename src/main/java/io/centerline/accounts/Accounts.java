package io.centerline.accounts;

import io.centerline.decision.Draft;
import io.centerline.facts.AppealPacket;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Accounts on file. Safe for any number of threads; every method asks the store and throws what JDBC and Jdbi throw. */
public final class Accounts {
    private static final int MOST_ATTEMPTS = 20;

    private final AccountStore store;

    /** Over a pool of read-committed connections to a database with the program's tables. */
    public Accounts(DataSource pool) {
        this.store = new AccountStore(pool);
    }

    /** What is on file for an importer number as of a day, as known now. Numbers under one EIN are different numbers. */
    public PartyOnFile onFile(ImporterNumber number, LocalDate asOf) {
        List<HistoryEntry> history = store.history(number);
        return history.isEmpty()
                ? PartyOnFile.NOBODY
                : PartyOnFile.of(AccountFile.of(number, history, Instant.MAX), asOf);
    }

    /** The same of many importer numbers at once; those of whom nothing is on file are left out. */
    public Map<ImporterNumber, PartyOnFile> onFile(List<ImporterNumber> numbers, LocalDate asOf) {
        Map<String, List<HistoryEntry>> histories = store.histories(numbers);
        Map<ImporterNumber, PartyOnFile> onFile = new HashMap<>();
        for (ImporterNumber number : histories.isEmpty() ? List.<ImporterNumber>of() : numbers) {
            List<HistoryEntry> history = histories.get(number.text());
            if (history != null) {
                onFile.put(number, PartyOnFile.of(AccountFile.of(number, history, Instant.MAX), asOf));
            }
        }
        return onFile;
    }

    /** All that is on file for an importer number, as known now; a blank file when nothing is. */
    public AccountFile file(ImporterNumber number) {
        return file(number, Instant.MAX);
    }

    /** All that was on file for an importer number, as known at an instant; a blank file when nothing was. */
    public AccountFile file(ImporterNumber number, Instant knownAt) {
        return AccountFile.of(number, store.history(number), knownAt);
    }

    /**
     * Accounts in the order they were entered, as known now.
     *
     * @param after only those behind this place; 0 for all
     * @param most at most so many
     */
    public List<ListedAccount> list(long after, int most) {
        return store.list(after, most);
    }

    /** The number of the account that has a place in the order of lists; empty when none has it. */
    public Optional<ImporterNumber> findNumber(long place) {
        return store.findNumber(place);
    }

    /** The place of an account in the order of lists, which it keeps; empty when it is not on file. */
    public Optional<Long> findPlace(ImporterNumber number) {
        return store.findPlace(number);
    }

    /** Everything ever recorded on an account, in its order; empty when nothing is on file. */
    public List<HistoryEntry> history(ImporterNumber number) {
        return store.history(number);
    }

    /**
     * The files of the other numbers under the same EIN, by number; of numbers of other formats none.
     *
     * @param knownAt what was recorded later is left out
     */
    public List<AccountFile> siblings(ImporterNumber number, Instant knownAt) {
        if (number.format() != ImporterNumber.Format.EIN) {
            return List.of();
        }
        List<ImporterNumber> others = store.family(number.root()).stream()
                .filter(other -> !other.equals(number))
                .toList();
        return others.isEmpty()
                ? List.of()
                : files(others, knownAt).stream().filter(AccountFile::exists).toList();
    }

    /**
     * Changes accounts, all or none.
     *
     * @param requests what to change, at most one for each account
     * @param author who changes
     * @param reason why
     * @return what became of each request, in their order
     * @throws AccountStale when something else is on file than expected
     * @throws VersionRequired when a request had to say which version it is meant for
     * @throws NotOnFile when something to be changed is not on file
     * @throws ChangeRefused with the issues of all requests that contradict what is on file
     */
    public List<AccountChanged> change(List<ChangeRequest> requests, String author, String reason) {
        return change(requests, author, reason, List::of);
    }

    /**
     * Changes accounts, all or none, and with them keeps the decisions they rest on for the journal.
     *
     * @param owed asked once the requests were decided on
     */
    public List<AccountChanged> change(
            List<ChangeRequest> requests, String author, String reason, Supplier<List<Draft>> owed) {
        List<ImporterNumber> numbers =
                requests.stream().map(ChangeRequest::number).toList();
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            List<AccountFile> before = files(numbers, Instant.MAX);
            List<Change> changes = decide(requests, before, author, reason);
            if (changes.isEmpty()) {
                return changed(before, Map.of());
            }
            Optional<Instant> recordedAt = store.append(changes, owed.get());
            if (recordedAt.isPresent()) {
                return changed(
                        before,
                        changes.stream()
                                .collect(Collectors.toMap(Change::number, change -> change.after(recordedAt.get()))));
            }
        }
        throw new AccountContended();
    }

    private static List<AccountChanged> changed(List<AccountFile> before, Map<String, AccountFile> after) {
        return before.stream()
                .map(file -> new AccountChanged(
                        file, after.getOrDefault(file.number().text(), file)))
                .toList();
    }

    /**
     * What keeps changes from being made, as far as it contradicts what is on file; nothing is changed.
     *
     * @param requests as in {@link #change}
     * @return the issues of all requests, in their order
     */
    public List<Issue> contradictions(List<ChangeRequest> requests) {
        try {
            decide(requests, files(requests.stream().map(ChangeRequest::number).toList()), "", "");
            return List.of();
        } catch (ChangeRefused refused) {
            return refused.issues();
        }
    }

    /** The latest packet of an appeal that was filed for an account. */
    public AppealPacket packet(ImporterNumber number, AppealOnFile appeal) {
        return store.packet(number, appeal.packet());
    }

    private List<Change> decide(List<ChangeRequest> requests, List<AccountFile> before, String author, String reason) {
        List<Change> changes = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            ChangeRequest request = requests.get(i);
            AccountFile file = before.get(i);
            boolean named = request.expected().names(file);
            if (!named && request.amendment().isMade(file)) {
                continue;
            }
            request.expected().check(file);
            try {
                List<AccountEvent> events = request.amendment().of(file);
                if (!events.isEmpty()) {
                    if (!named && file.exists() && mayBeRepeated(request)) {
                        throw VersionRequired.repeated();
                    }
                    changes.add(new Change(file, events, author, reason));
                }
            } catch (ChangeRefused refused) {
                issues.addAll(refused.issues());
            }
        }
        if (!issues.isEmpty()) {
            throw new ChangeRefused(issues);
        }
        return changes;
    }

    private boolean mayBeRepeated(ChangeRequest request) {
        return request.amendment().mayBeRepeated(request.number(), store.history(request.number()));
    }

    /** All that is on file for importer numbers, as known now, in their order; blank files where nothing is. */
    public List<AccountFile> files(List<ImporterNumber> numbers) {
        return files(numbers, Instant.MAX);
    }

    private List<AccountFile> files(List<ImporterNumber> numbers, Instant knownAt) {
        if (numbers.size() == 1) {
            return List.of(file(numbers.get(0), knownAt));
        }
        Map<String, List<HistoryEntry>> histories = store.histories(numbers);
        return numbers.stream()
                .map(number -> AccountFile.of(number, histories.getOrDefault(number.text(), List.of()), knownAt))
                .toList();
    }
}
