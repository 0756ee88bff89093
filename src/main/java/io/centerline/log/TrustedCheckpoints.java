package io.centerline.log;

import io.centerline.log.LogFault.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/** The signed checkpoints that an export's leaves must lead to: the one it was made for, and those given beside it. */
final class TrustedCheckpoints {
    private final ExportHeader header;
    private final Checkpoint own;
    private final List<Checkpoint> given;
    private final List<Checkpoint> failed = new ArrayList<>();
    private final List<Long> reached = new ArrayList<>();
    private int next;

    private TrustedCheckpoints(ExportHeader header, Checkpoint own, List<Checkpoint> given) {
        this.header = header;
        this.own = own;
        this.given = given;
    }

    /** A fault found before any leaf is read. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient LogFault fault;

        Unfit(LogFault fault) {
            super(fault.message(), null, false, false);
            this.fault = fault;
        }

        LogFault fault() {
            return fault;
        }
    }

    static TrustedCheckpoints of(ExportHeader header, Verifiers keys, List<byte[]> notes) throws Unfit {
        byte[] embedded = header.checkpoint().getBytes(StandardCharsets.UTF_8);
        Checkpoint own = peek("the export's checkpoint", embedded);
        for (byte[] note : notes) {
            ofSameLog(own, note);
        }
        open("the export's checkpoint", embedded, keys);
        List<Checkpoint> given = new ArrayList<>();
        for (byte[] note : notes) {
            given.add(open("the checkpoint given", note, keys));
        }
        given.sort(Comparator.comparingLong(Checkpoint::size));
        TrustedCheckpoints anchors = new TrustedCheckpoints(header, own, given);
        anchors.fit();
        return anchors;
    }

    /** A checkpoint from elsewhere, of the same log as one that was verified. */
    static Checkpoint given(Checkpoint own, byte[] note, Verifiers keys) throws Unfit {
        ofSameLog(own, note);
        return open("the checkpoint given", note, keys);
    }

    private static void ofSameLog(Checkpoint own, byte[] note) throws Unfit {
        Checkpoint other = peek("the checkpoint given", note);
        if (!other.origin().equals(own.origin())) {
            throw new Unfit(LogFault.of(
                    Kind.OTHER_LOG,
                    "the checkpoint given is of log `" + other.origin() + "`, the export of log `" + own.origin() + "`",
                    "use a checkpoint of the log that was exported"));
        }
    }

    private static Checkpoint peek(String subject, byte[] note) throws Unfit {
        try {
            return Checkpoint.peek(note);
        } catch (NoteRefused refused) {
            throw new Unfit(LogFault.of(Kind.MALFORMED, subject + ": " + refused.getMessage(), refused.help()));
        }
    }

    private static Checkpoint open(String subject, byte[] note, Verifiers keys) throws Unfit {
        try {
            return Checkpoint.open(note, keys);
        } catch (NoteRefused refused) {
            throw new Unfit(LogFault.of(kind(refused.kind()), subject + ": " + refused.getMessage(), refused.help()));
        }
    }

    private static Kind kind(NoteRefused.Kind kind) {
        return switch (kind) {
            case MALFORMED -> Kind.MALFORMED;
            case UNKNOWN_KEY -> Kind.WRONG_KEY;
            case ANOTHER_KEY -> Kind.RESIGNED;
            case BAD_SIGNATURE -> Kind.ALTERED;
        };
    }

    private void fit() throws Unfit {
        if (header.to() > own.size()
                || header.before().size() != Subtree.covering(0, header.from()).size()
                || header.after().size()
                        != Subtree.covering(header.to(), own.size()).size()) {
            throw new Unfit(new LogFault(
                    Kind.ALTERED, -1, 1, "the header of the export does not fit the checkpoint in it", ""));
        }
        for (Checkpoint checkpoint : given) {
            if (checkpoint.size() > own.size()) {
                throw new Unfit(LogFault.of(
                        Kind.TRUNCATED,
                        "the checkpoint given covers " + checkpoint.size()
                                + " leaves, the export was made when there were " + own.size(),
                        "export again, and give the newer export"));
            }
            if (checkpoint.size() == own.size() && !checkpoint.root().equals(own.root())) {
                throw new Unfit(forked(checkpoint));
            }
            boolean within = checkpoint.size() >= header.from() && checkpoint.size() <= header.to();
            if (!within && checkpoint.size() != own.size() && checkpoint.size() != 0) {
                throw new Unfit(LogFault.of(
                        Kind.MALFORMED,
                        "the checkpoint given covers " + checkpoint.size()
                                + " leaves, which cannot be compared with leaves " + header.from() + " to "
                                + (header.to() - 1),
                        "export a range that holds leaf " + (checkpoint.size() - 1) + " and the one before it"));
            }
        }
    }

    private LogFault forked(Checkpoint checkpoint) {
        return LogFault.of(
                Kind.RESIGNED,
                "the log signed two roots over " + checkpoint.size() + " leaves: `"
                        + checkpoint.root().base64() + "` and `" + own.root().base64() + "`",
                "keep both checkpoints: together they prove that history was changed");
    }

    /** Looks whether the tree has just reached a checkpoint's size, and whether it is that checkpoint's tree. */
    void reach(Frontier tree) {
        while (next < given.size() && given.get(next).size() <= tree.size()) {
            Checkpoint checkpoint = given.get(next++);
            if (checkpoint.size() == tree.size() && checkpoint.size() < own.size()) {
                if (tree.root().equals(checkpoint.root())) {
                    reached.add(checkpoint.size());
                } else {
                    failed.add(checkpoint);
                }
            }
        }
    }

    /** The verdict once all leaves of the export are in the tree; adds those behind. */
    Verdict conclude(Frontier tree, long facts, SortedMap<String, Long> records) {
        List<Subtree> behind = Subtree.covering(header.to(), own.size());
        for (int i = 0; i < behind.size(); i++) {
            tree.append(behind.get(i).level(), header.after().get(i));
        }
        if (!tree.root().equals(own.root())) {
            return refitted(tree.root());
        }
        // That their roots are the same was looked at before any leaf.
        boolean unchanged = given.stream().anyMatch(checkpoint -> checkpoint.size() == own.size());
        return failed.isEmpty()
                ? new Verdict.Verified(own, header.from(), header.to(), facts, reached, unchanged, records)
                : rewritten(failed.get(0));
    }

    private LogFault rewritten(Checkpoint earlier) {
        return LogFault.of(
                Kind.RESIGNED,
                "the log once signed root `" + earlier.root().base64() + "` over its first " + earlier.size()
                        + " leaves, which now give another: history was changed and signed again",
                "keep the earlier checkpoint and this export: together they prove it");
    }

    private LogFault refitted(TreeHash root) {
        String where = !failed.isEmpty()
                ? "among the first " + failed.get(0).size() + " leaves"
                : reached.isEmpty()
                        ? "somewhere in the export"
                        : "behind leaf " + (reached.get(reached.size() - 1) - 1);
        return LogFault.of(
                Kind.ALTERED,
                "the leaves give root `" + root.base64() + "`, the checkpoint signs `"
                        + own.root().base64() + "`: " + where
                        + " leaves were altered, dropped, added or moved, and numbers and hashes made to fit",
                "earlier checkpoints, given with `--since`, narrow down where");
    }
}
