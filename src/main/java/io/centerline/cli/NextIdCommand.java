package io.centerline.cli;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.RuleReading;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.edit.EditRefused;
import io.centerline.rulebook.edit.RuleIds;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.Center;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells the next free id. */
@Command(
        name = "id",
        description = {
            "Tells the next free id: of a Center for rules of membership, of a prefix for others.",
            "",
            "It is free in the folder and in the rules of --against, else in those that are active in the service of this"
                    + " machine."
        })
final class NextIdCommand implements Callable<Integer> {
    private static final String MEMBERSHIP = "MEM-";

    private final Host host;

    @Parameters(paramLabel = "WHERE", description = "A Center (CEE003), its ids (MEM-03), or a prefix (PRE).")
    private String where = "";

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The rule folder; else CENTERLINE_RULES_DIR, else rules.")
    private @Nullable Path folder;

    @Mixin
    private ComparedRules compared = new ComparedRules();

    NextIdCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        RuleSource.Folder rules = new RuleSource.Folder(folder != null ? folder : host.rulesFolder(), "");
        try {
            RuleFolder read = rules.read().orThrow();
            ComparedWith with = ComparedWith.of(compared, read, host.clock().instant(), host);
            List<RuleId> used =
                    with.history().rulebook().rules().stream().map(Rule::id).toList();
            RuleIds ids = new RuleIds(RuleReading.of(read.rules()).rules(), used);
            RuleId next = next(ids, where.strip().toUpperCase(Locale.ROOT));
            host.terminal().complain(with.note());
            host.terminal().print(next + "\n");
            return ExitCode.DONE;
        } catch (RulebookException unreadable) {
            throw OfflinePlacement.refused(unreadable);
        } catch (EditRefused none) {
            throw new CommandRefused(ExitCode.INPUT_REFUSED, String.valueOf(none.getMessage()), none.help());
        }
    }

    private RuleId next(RuleIds ids, String text) {
        Optional<Center> center =
                Center.findByCode(text.startsWith(MEMBERSHIP) ? "CEE0" + text.substring(MEMBERSHIP.length()) : text);
        if (center.isPresent()) {
            return ids.next(center.get());
        }
        List<String> prefixes = Arrays.stream(Stage.values())
                .filter(stage -> stage != Stage.MEMBERSHIP)
                .flatMap(stage -> stage.prefixes().stream())
                .toList();
        if (prefixes.contains(text)) {
            return ids.next(text);
        }
        throw new CommandRefused(
                ExitCode.USAGE,
                "`" + where + "` is neither a Center nor a prefix of ids",
                "write a Center (CEE003 or MEM-03), or one of "
                        + prefixes.stream().sorted().collect(Collectors.joining(", ")));
    }
}
