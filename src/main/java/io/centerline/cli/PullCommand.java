package io.centerline.cli;

import io.centerline.rulebook.FolderBase;
import io.centerline.rulebook.FolderReading;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.SourceLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes the active rulebook of a service into a rule folder. */
@Command(
        name = "pull",
        description = {
            "Takes the rulebook that is active in a running service into the rule folder.",
            "",
            "Rules, cases and scenarios are replaced; other files stay. Changes that are stored nowhere are not"
                    + " overwritten unless --force says so."
        })
final class PullCommand implements Callable<Integer> {
    private static final int MOST_NAMED = 3;

    private final Host host;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The rule folder; else CENTERLINE_RULES_DIR, else rules.")
    private @Nullable Path folder;

    @Mixin
    private ServiceOptions source = new ServiceOptions();

    @Option(names = "--force", description = "Overwrite changes that are stored nowhere.")
    private boolean force;

    PullCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Path rules = folder != null ? folder : host.rulesFolder();
        RemoteRules service = new RemoteRules(source.address(host));
        RemoteRules.Active active = service.active();
        RuleFolder pulled = service.findFolder(active.hash())
                .orElseThrow(() -> RemoteService.refused(
                        "the service has no sources of the active rulebook `" + active.hash() + "`", ""));
        boolean isNew = !Files.exists(rules);
        Present present = present(rules, service);
        int changed = write(rules, present.files(), pulled.files());
        checkTaken(rules, pulled);
        if (!new FolderBase(rules).set(active.hash())) {
            throw RemoteService.refused("`" + rules.resolve(FolderBase.NAME) + "` cannot be written", "");
        }
        host.terminal()
                .print("`" + rules.toAbsolutePath().normalize() + "`" + (isNew ? ", a new folder," : "") + " holds "
                        + active.hash() + "\n" + active.since() + "\n" + changed
                        + (changed == 1 ? " file" : " files") + " changed\n"
                        + (present.stored().isEmpty() || present.stored().equals(active.hash())
                                ? ""
                                : "what was here is stored as " + present.stored() + "\n"));
        return ExitCode.DONE;
    }

    /**
     * What may be overwritten.
     *
     * @param stored the hash under which the service has these rules; empty when it may not have them
     */
    private record Present(SortedMap<String, String> files, String stored) {
        static final Present NOTHING = new Present(new TreeMap<>(), "");
    }

    private Present present(Path rules, RemoteRules service) {
        if (!Files.exists(rules)) {
            return Present.NOTHING;
        }
        FolderReading reading = FolderReading.of(rules, SourceLimits.DEFAULT);
        if (reading instanceof FolderReading.Unreadable unreadable) {
            if (force || isWithoutRules(rules)) {
                return Present.NOTHING;
            }
            throw RemoteService.refused(
                    "the rule folder `" + rules + "` cannot be read: "
                            + unreadable.findings().get(0).message(),
                    "mend it, or overwrite it with `--force`");
        }
        RuleFolder present = reading.orThrow();
        if (!force) {
            refuseLoss(rules, present, service);
        }
        return new Present(present.files(), force ? "" : present.rules().hash());
    }

    /** Whether the folder has no file to lose. */
    private static boolean isWithoutRules(Path rules) {
        try (var files = Files.list(rules)) {
            return files.findAny().isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void refuseLoss(Path rules, RuleFolder present, RemoteRules service) {
        String hash = present.rules().hash();
        Optional<RuleFolder> stored = service.findFolder(hash);
        SortedMap<String, String> kept = stored.or(
                        () -> new FolderBase(rules).find().flatMap(service::findFolder))
                .map(RuleFolder::files)
                .orElse(new TreeMap<>());
        List<String> lost = present.files().entrySet().stream()
                .filter(file -> !file.getValue().equals(kept.get(file.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        if (stored.isPresent() && lost.isEmpty()) {
            return;
        }
        String names = lost.isEmpty()
                ? ""
                : ", such as `" + String.join("`, `", lost.subList(0, Math.min(MOST_NAMED, lost.size()))) + "`";
        throw RemoteService.refused(
                "the rule folder `" + rules + "` holds changes that are stored nowhere" + names,
                stored.isPresent()
                        ? "copy them away, because the service keeps the cases and scenarios that first came with these"
                                + " rules; `--force` overwrites them"
                        : "copy them away or store them with `POST /v1/rulebooks`; `--force` overwrites them");
    }

    /** Writes what differs and takes away what is not there any more; gives how many files that were. */
    private static int write(Path rules, SortedMap<String, String> present, SortedMap<String, String> pulled) {
        int changed = 0;
        try {
            for (Map.Entry<String, String> file : pulled.entrySet()) {
                if (!file.getValue().equals(present.get(file.getKey()))) {
                    Path path = rules.resolve(file.getKey());
                    Files.createDirectories(path.toAbsolutePath().getParent());
                    Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
                    changed++;
                }
            }
            for (String path : present.keySet()) {
                if (!pulled.containsKey(path)) {
                    Files.delete(rules.resolve(path));
                    changed++;
                }
            }
        } catch (IOException failed) {
            throw new CommandRefused(
                    ExitCode.FAILED, "the rule folder `" + rules + "` cannot be written: " + failed.getMessage(), "");
        }
        return changed;
    }

    private static void checkTaken(Path rules, RuleFolder pulled) {
        FolderReading reading = FolderReading.of(rules, SourceLimits.DEFAULT);
        if (reading instanceof FolderReading.Unreadable unreadable) {
            throw RemoteService.refused(
                    "the rule folder `" + rules + "` still holds what cannot be read: "
                            + unreadable.findings().get(0).place() + ": "
                            + unreadable.findings().get(0).message(),
                    "take it away, and pull again");
        }
        if (!reading.orThrow().equals(pulled)) {
            throw RemoteService.refused("the rule folder `" + rules + "` changed while it was written", "pull again");
        }
    }
}
