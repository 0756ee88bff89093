package io.centerline.application;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.ListedAccount;
import io.centerline.facts.Account;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.placement.Outcome;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.tariff.Center;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the accounts on file in the order they were entered, each with what the rules say of it on what is on file alone. */
@Singleton
public final class AccountList {
    /** What the rules say of an account: a Center's code, {@code PNDING} or {@code NOTELG}. */
    public static final List<String> CENTERS = Stream.concat(
                    Arrays.stream(Center.values()).map(Center::code), Stream.of("PNDING", "NOTELG"))
            .toList();

    private static final int AT_ONCE = 500;
    /** How many accounts a page looks at before it ends short, so that a rare Center cannot keep anyone waiting. */
    private static final int MOST_LOOKED_AT = 5_000;

    private final Accounts accounts;

    AccountList(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * What is asked for.
     *
     * @param center one of {@link #CENTERS}; null for any
     * @param asOf the day
     * @param placement decides
     */
    public record Asked(@Nullable String center, LocalDate asOf, Placement placement) {
        boolean takes(Entry entry) {
            return center == null || center.equals(entry.outcome().code());
        }

        /** One text for each different choice. */
        public String text() {
            return center + " " + asOf;
        }
    }

    /**
     * An account.
     *
     * @param place its place in the list, which it keeps
     * @param file what is on file
     * @param outcome what the rules say of it
     */
    public record Entry(long place, AccountFile file, Outcome outcome) {
        /** Decides on what is on file alone. */
        public static Entry of(ListedAccount listed, LocalDate asOf, Placement placement) {
            AccountFile file = listed.file();
            Account account = file.on(asOf).orElse(null);
            Importer importer = new Importer(file.number(), file.name(), file.kind());
            Facts facts = new Facts(importer, asOf, List.of(), List.of(), account);
            return new Entry(
                    listed.place(),
                    file,
                    placement.decide(facts, List.of(), Explain.SUMMARY).outcome());
        }
    }

    /**
     * An account with its place in the list.
     *
     * @param place its place
     * @param entry the account; null when it is not among those asked for
     */
    public record Place(long place, @Nullable Entry entry) {}

    /**
     * A page of the list.
     *
     * @param entries at most as many as asked for
     * @param next the place behind which the next page begins; null on the last one
     */
    public record Listed(List<Entry> entries, @Nullable Long next) {
        public Listed {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A page.
     *
     * @param after the place behind which it begins; 0 for the first
     * @param limit at most so many
     */
    public Listed page(Asked asked, long after, int limit) {
        List<Entry> shown = new ArrayList<>();
        long place = after;
        int lookedAt = 0;
        int portion = asked.center() == null ? Math.min(AT_ONCE, limit + 1) : AT_ONCE;
        while (true) {
            List<Place> places = places(asked, place, portion);
            for (Place each : places) {
                if (each.entry() != null) {
                    if (shown.size() == limit) {
                        return new Listed(shown, place);
                    }
                    shown.add(each.entry());
                }
                place = each.place();
            }
            lookedAt += places.size();
            if (places.size() < portion) {
                return new Listed(shown, null);
            }
            if (lookedAt >= MOST_LOOKED_AT) {
                return new Listed(shown, place);
            }
        }
    }

    /**
     * The next accounts, those too that are not among those asked for.
     *
     * @param after the place behind which they begin
     * @param most at most so many
     */
    public List<Place> places(Asked asked, long after, int most) {
        return accounts.list(after, most).stream()
                .map(each -> {
                    Entry entry = Entry.of(each, asked.asOf(), asked.placement());
                    return new Place(each.place(), asked.takes(entry) ? entry : null);
                })
                .toList();
    }
}
