package io.centerline.cli;

import io.centerline.cli.RemoteService.Answer;
import io.centerline.decision.LeafHash;
import io.centerline.log.LogFault;
import io.centerline.log.LogVerifier;
import io.centerline.log.Verdict;
import io.centerline.log.Verdict.Verified;
import io.centerline.replay.ExportedDecisions;
import io.centerline.replay.KeptDecision;
import io.centerline.replay.Replay;
import io.centerline.replay.ReplayRefused;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.language.Origin;
import io.centerline.tariff.Schedule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Audits one decision: its hash, its place in the log, the signature and, with its facts, the decision itself. */
@Command(
        name = "audit",
        description = {
            "Audits one decision: hashes it, looks whether it is in the log that the key signed, and, with --facts, decides "
                    + "it again. Says what each step shows, and what is not shown and why.",
            "",
            "Asks a running service, or reads an export of the journal. Believes neither: only the key and the checkpoints "
                    + "of --since. Rules that --rules does not name, and a schedule that the program lacks, come from the "
                    + "service."
        })
final class AuditCommand implements Callable<Integer> {
    private final Host host;

    @Parameters(paramLabel = "ID", converter = DecisionIdConverter.class, description = "The id of the decision.")
    private UUID id = new UUID(0, 0);

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "An export of the journal to read, rather than to ask a service.")
    private @Nullable String export;

    @Option(
            names = "--facts",
            description =
                    "Check the unmasked facts too, and decide again from them. A service gives them out and notes that as "
                            + "a disclosure; an export has to hold them.")
    private boolean facts;

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Mixin
    private ReplayOptions basis = new ReplayOptions();

    AuditCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        if (export != null && service.isNamed()) {
            throw new CommandRefused(
                    ExitCode.USAGE, "`--from` and `--export` are given", "name the service or the export, not both");
        }
        LogVerifier verifier = trust.verifier();
        List<byte[]> earlier = trust.earlier(host.terminal());
        try {
            return export != null ? ofExport(export, verifier, earlier) : ofService(verifier, earlier);
        } catch (ReplayRefused unreadable) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED, String.valueOf(unreadable.getMessage()), unreadable.help());
        } catch (IOException failed) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED, "the export cannot be read further: " + failed.getMessage(), "");
        } catch (RulebookException unsound) {
            throw OfflinePlacement.refused(unsound);
        }
    }

    private int ofExport(String file, LogVerifier verifier, List<byte[]> earlier) throws IOException, ReplayRefused {
        if (file.equals("-")) {
            throw new CommandRefused(
                    ExitCode.USAGE, "`--export` takes no standard input", "name a file; it is read twice");
        }
        Verdict verdict;
        try (InputStream in = InputFile.export(file, host.terminal())) {
            verdict = verifier.verify(in, earlier, new LeafProgress(host));
        }
        AuditText text = new AuditText(id);
        if (verdict instanceof LogFault fault) {
            return notVerified(text, fault);
        }
        try (InputStream in = InputFile.export(file, host.terminal())) {
            KeptDecision kept = find(in).orElseThrow(() -> RemoteService.refused(
                    "the export has no decision `" + id + "`", "export the range that holds its `receipt.index`"));
            text.decision(kept.body());
            text.included(kept, (Verified) verdict);
            Map<String, Rulebook> rulebooks = facts ? basis.rulebooks(host) : Map.of();
            return replayed(
                    text,
                    kept,
                    "they are not in the export; they were erased or left out",
                    "they lie in the export, and are",
                    hash -> Optional.ofNullable(rulebooks.get(hash)),
                    edition -> Optional.empty());
        }
    }

    private int ofService(LogVerifier verifier, List<byte[]> earlier) throws IOException, ReplayRefused {
        String address = service.address(host);
        RemoteDecisions decisions = new RemoteDecisions(address);
        AuditText text = new AuditText(id);
        Answer given = decisions.decision(id);
        if (given.isProblem("/problems/journal-altered")) {
            return notVerified(text, altered(-1, given.problem()));
        }
        byte[] decision = decisions.expect(given);
        byte[] evidence = decisions.expect(decisions.proof(id));
        Verdict verdict = verifier.verify(new ByteArrayInputStream(evidence), List.of(), new LeafProgress(host));
        for (byte[] note : earlier) {
            if (verdict instanceof Verified verified) {
                verdict = verifier.continues(verified, note, decisions::growth);
            }
        }
        text.decision(decision);
        if (verdict instanceof LogFault fault) {
            return notVerified(text, fault);
        }
        KeptDecision kept = find(new ByteArrayInputStream(evidence)).orElse(null);
        if (kept == null || !Arrays.equals(kept.leaf(), leafOf(decision, kept))) {
            return notVerified(
                    text,
                    altered(
                            kept == null ? -1 : kept.index(),
                            "the decision that the service gives is not the one that the log signed under this id"));
        }
        text.included(kept, (Verified) verdict);
        if (!facts) {
            return replayed(text, kept, "", "", hash -> Optional.empty(), edition -> Optional.empty());
        }
        Answer disclosed = decisions.facts(kept.index());
        if (!disclosed.isOk()) {
            return replayed(text, kept, disclosed.problem(), "", hash -> Optional.empty(), edition -> Optional.empty());
        }
        Verdict ofFacts =
                verifier.verify(new ByteArrayInputStream(disclosed.body()), List.of(), new LeafProgress(host));
        if (ofFacts instanceof LogFault fault) {
            return notVerified(text, fault);
        }
        return replayed(
                text,
                find(new ByteArrayInputStream(disclosed.body())).orElse(kept),
                "the service has none; they were erased, as `GET /v1/journal/erasures` tells",
                "the service gave them out unmasked and noted that as a disclosure; they are",
                rulebooks(new RemoteRules(address)),
                decisions::schedule);
    }

    private Replay.Rulebooks rulebooks(RemoteRules service) {
        Map<String, Rulebook> named = basis.nameRules() ? basis.rulebooks(host) : Map.of();
        return hash -> Optional.ofNullable(named.get(hash))
                .or(() -> service.findFolder(hash).map(folder -> Rulebook.of(folder.rules(), Origin.STORED)));
    }

    private int replayed(
            AuditText text,
            KeptDecision kept,
            String missing,
            String present,
            Replay.Rulebooks rulebooks,
            Replay.Schedules others) {
        if (!facts) {
            host.terminal().print(text.withoutFacts());
            return ExitCode.DONE;
        }
        if (kept.facts() == null) {
            host.terminal().print(text.missingFacts(missing));
            return ExitCode.NOT_THE_SAME;
        }
        text.facts(present);
        Map<String, Schedule> schedules = basis.schedules(host);
        Replay replay = new Replay(
                edition -> Optional.ofNullable(schedules.get(edition)).or(() -> others.find(edition)));
        boolean same;
        try {
            same = text.replayed(replay.replay(kept, rulebooks));
        } catch (ReplayRefused refused) {
            same = text.notReplayed(refused);
        }
        host.terminal().print(text.end());
        return same ? ExitCode.DONE : ExitCode.NOT_THE_SAME;
    }

    private int notVerified(AuditText text, LogFault fault) {
        host.terminal().print(text.fault(fault));
        return ExitCode.NOT_VERIFIED;
    }

    private static LogFault altered(long index, String message) {
        return new LogFault(LogFault.Kind.ALTERED, index, -1, message, "keep both answers as evidence");
    }

    /** The decision of an export with the id. */
    private Optional<KeptDecision> find(InputStream in) throws IOException, ReplayRefused {
        ExportedDecisions decisions = new ExportedDecisions(in);
        for (Optional<KeptDecision> next = decisions.next(); next.isPresent(); next = decisions.next()) {
            if (AuditText.id(next.get().body()).equals(id.toString())) {
                return next;
            }
        }
        return Optional.empty();
    }

    /** The leaf hash of a decision as it was given, which ends with its place in the journal; empty when it does not. */
    private static byte[] leafOf(byte[] given, KeptDecision kept) {
        String text = new String(given, StandardCharsets.UTF_8);
        String place =
                ",\"index\":" + kept.index() + ",\"leaf\":\"" + HexFormat.of().formatHex(kept.leaf()) + "\"}}";
        if (!text.endsWith(place)) {
            return new byte[0];
        }
        String bare = text.substring(0, text.length() - place.length()) + "}}";
        return LeafHash.of(bare.getBytes(StandardCharsets.UTF_8));
    }
}
