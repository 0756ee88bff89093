package io.centerline.cli;

import io.centerline.check.History;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.language.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The rules that others must continue, and the first day that is not past. */
final class ComparedRules {
    private static final String ACTIVE = "active";

    @Option(
            names = "--against",
            paramLabel = "DIR|HASH|active",
            description =
                    "Prove too that the answers for past days are those of these rules, and that no id means something "
                            + "else: a folder, or a rulebook that the service stores.")
    private @Nullable String against;

    @Option(
            names = "--service",
            paramLabel = "ADDRESS",
            description =
                    "The service that stores the rulebook of --against; else this machine, on the port of the settings.")
    private @Nullable String service;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            converter = DayConverter.class,
            description = "With --against: the first day that is not past; today (UTC) when absent.")
    private @Nullable LocalDate asOf;

    /** The day that `--as-of` names; null without it. */
    @Nullable
    LocalDate asOf() {
        return asOf;
    }

    /** Whether rules to compare with are named. */
    boolean isNamed() {
        return against != null;
    }

    /** The first day that is not past. */
    LocalDate today(Instant now) {
        return asOf != null ? asOf : LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /**
     * The history that the rules named must not lose; null when none are named.
     *
     * @throws CommandRefused when they are not there or not sound
     */
    @Nullable
    History history(Instant now, Host host) {
        return against == null ? null : new History(rulebook(against, host), today(now));
    }

    /** The service that is asked. */
    String address(Host host) {
        return service != null ? service : host.serviceAddress();
    }

    /** The rulebook of a folder, or one that a service stores. */
    private Rulebook rulebook(String against, Host host) {
        boolean named = against.matches("sha256:[0-9a-f]{0,64}");
        if (!named && !against.equals(ACTIVE)) {
            return OfflinePlacement.rulebook(Path.of(against), "name the rules to compare with", Origin.STORED);
        }
        RemoteRules stored = new RemoteRules(address(host));
        String hash = named ? against : stored.active().hash();
        RuleFolder folder = stored.findFolder(hash)
                .orElseThrow(() -> RemoteService.refused(
                        "the service stores no rulebook `" + hash + "`",
                        "`GET /v1/rulebooks` lists those that it stores"));
        try {
            return Rulebook.of(folder.rules(), Origin.STORED);
        } catch (RulebookException unsound) {
            throw OfflinePlacement.refused(unsound);
        }
    }
}
