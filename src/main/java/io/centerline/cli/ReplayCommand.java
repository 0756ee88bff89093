package io.centerline.cli;

import io.centerline.replay.ExportedDecisions;
import io.centerline.replay.KeptDecision;
import io.centerline.replay.Replay;
import io.centerline.replay.ReplayRefused;
import io.centerline.replay.Replayed;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.language.Origin;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides the decisions of an export again. */
@Command(
        name = "replay",
        description = {
            "Decides the decisions of an export again, each under the rulebook, the schedule and the day of its receipt, and "
                    + "tells what comes out differently. Needs no server.",
            "",
            "EXPORT is a file that starts with the format centerline-journal/1 or /2 and holds the facts. Whether it is what the "
                    + "log signed, verify tells."
        })
final class ReplayCommand implements Callable<Integer> {
    private final Host host;

    @Parameters(paramLabel = "EXPORT", description = "The export; - reads the standard input.")
    private String export = "";

    @Mixin
    private ReplayOptions basis = new ReplayOptions();

    @Option(
            names = "--under",
            paramLabel = "RULES",
            description =
                    "Decide under these rules, named as for --rules, whatever receipts name, and tell what it would change.")
    private @Nullable Path under;

    @Option(
            names = "--from",
            paramLabel = "INDEX",
            description = "Place in the journal of the first decision; else that of the export.")
    private @Nullable Long from;

    @Option(
            names = "--to",
            paramLabel = "INDEX",
            description = "Place in the journal of the last decision; else that of the export.")
    private @Nullable Long to;

    @Option(names = "--json", description = "Print every decision's replay as one JSON document a line.")
    private boolean json;

    ReplayCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        if (from != null && to != null && to < from) {
            throw new CommandRefused(ExitCode.USAGE, "`--to` " + to + " lies before `--from` " + from, "");
        }
        Decider decider = decider();
        ReplayText text = new ReplayText(json);
        try (InputStream in = InputFile.export(export, host.terminal())) {
            replay(new ExportedDecisions(in), decider, text);
        } catch (ReplayRefused unreadable) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED, String.valueOf(unreadable.getMessage()), unreadable.help());
        } catch (IOException failed) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED, "the export cannot be read further: " + failed.getMessage(), "");
        } catch (RulebookException unsound) {
            throw OfflinePlacement.refused(unsound);
        }
        host.terminal().print(text.total());
        return text.refused() == 0 && (under != null || text.different() == 0) ? ExitCode.DONE : ExitCode.NOT_THE_SAME;
    }

    /** Decides one decision again. */
    private interface Decider {
        Replayed decide(KeptDecision kept) throws ReplayRefused;
    }

    private Decider decider() {
        Map<String, Schedule> schedules = basis.schedules(host);
        Replay replay = new Replay(edition -> Optional.ofNullable(schedules.get(edition)));
        if (under != null) {
            Rulebook other = OfflinePlacement.rulebook(under, "name the rule folder to decide under", Origin.STORED);
            return kept -> replay.replay(kept, other);
        }
        Map<String, Rulebook> rulebooks = basis.rulebooks(host);
        return kept -> replay.replay(kept, hash -> Optional.ofNullable(rulebooks.get(hash)));
    }

    private void replay(ExportedDecisions decisions, Decider decider, ReplayText text)
            throws IOException, ReplayRefused {
        long first = from == null ? decisions.from() : from;
        long last = to == null ? decisions.to() - 1 : to;
        if (first < decisions.from() || last >= decisions.to()) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED,
                    "the export holds " + held(decisions) + ", not all from " + first + " to " + last,
                    "export more, or ask for fewer with --from and --to");
        }
        if (first > last && (from != null || to != null)) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED,
                    "the export holds " + held(decisions) + ", none "
                            + (from != null ? "from " + first + " on" : "up to " + last),
                    "ask for places that it holds, or export more");
        }
        LeafProgress progress = new LeafProgress(host);
        long bytes = 0;
        // Leaves that are no decisions are passed over.
        long index = decisions.from() - 1;
        while (index < last) {
            Optional<KeptDecision> next = decisions.next();
            if (next.isEmpty() || next.get().index() > last) {
                return;
            }
            KeptDecision kept = next.get();
            index = kept.index();
            bytes += kept.body().length;
            if (index >= first) {
                host.terminal().print(answer(kept, decider, text));
                progress.passed(index - first + 1, bytes);
            }
        }
    }

    private static String answer(KeptDecision kept, Decider decider, ReplayText text) {
        try {
            return text.of(decider.decide(kept));
        } catch (ReplayRefused refused) {
            return text.of(kept.index(), refused);
        }
    }

    private static String held(ExportedDecisions decisions) {
        return decisions.from() == decisions.to()
                ? "no decision"
                : "decisions " + decisions.from() + " to " + (decisions.to() - 1);
    }
}
