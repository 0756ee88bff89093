package io.centerline.application;

import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.RulebookStore;
import io.centerline.drafts.DraftStore;
import io.centerline.drafts.DraftText;
import io.centerline.drafts.FolderDraft;
import io.centerline.drafts.OpenDraft;
import io.centerline.drafts.TextMerge;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.SourceLimits;
import io.centerline.text.Echo;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Drafts of rule folders: begun on what serves, changed by several people at once, carried over to what serves later. Nothing that
 * somebody typed is lost: what was changed meanwhile is merged by lines, and what cannot be merged comes back. Thread-safe.
 */
@Singleton
public final class Drafts {
    /** The most drafts that are kept. */
    static final int MOST = 500;

    private static final SourceLimits LIMITS = SourceLimits.DEFAULT;
    private static final int KEPT = 8;
    private static final TextMerge.Names WRITERS = new TextMerge.Names("yours", "saved by somebody else meanwhile");
    private static final TextMerge.Names BASES = new TextMerge.Names("this draft", "the rulebook that serves now");

    private final DraftStore store;
    private final RulebookStore rulebooks;
    private final ActiveRulebook active;
    private final Map<String, SortedMap<String, String>> bases =
            Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, SortedMap<String, String>> eldest) {
                    return size() > KEPT;
                }
            });

    Drafts(DraftStore store, RulebookStore rulebooks, ActiveRulebook active) {
        this.store = store;
        this.rulebooks = rulebooks;
        this.active = active;
    }

    /** What came of a save. */
    public enum Outcome {
        /** It is the newest text now. */
        SAVED,
        /** Somebody else had saved meanwhile, on other lines: the newest text has both. */
        MERGED,
        /** Somebody else had changed the same lines: nothing was saved. */
        CONFLICT
    }

    /**
     * A save.
     *
     * @param outcome what came of it
     * @param text what is saved; after a conflict both texts in one, with marks, which is not saved
     * @param version of the newest text that is saved
     * @param theirs the newest text that is saved
     * @param conflicts the lines of the marks in the text
     */
    public record Saved(Outcome outcome, String text, long version, String theirs, List<Integer> conflicts) {
        public Saved {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** Begins a draft of the rulebook that serves. */
    public FolderDraft begin(String name, String author) {
        if (store.count() >= MOST) {
            throw new RefusedException(
                    FailureKind.INVALID_REQUEST,
                    List.of(new Issue(
                            IssueCode.VALUE_OUT_OF_RANGE,
                            "?name",
                            "there are " + MOST + " drafts already, and no more are kept",
                            "delete drafts that nobody needs")));
        }
        return store.begin(name, author, active.latest().rulebook().hash());
    }

    /** The drafts, open ones first, of each the one changed last. */
    public List<FolderDraft> list() {
        return store.list(MOST);
    }

    /**
     * The draft with an id.
     *
     * @throws RefusedException when there is none
     */
    public DraftFolder get(String id) {
        FolderDraft draft = uuid(id).flatMap(store::find).orElseThrow(() -> unknown(id));
        return new DraftFolder(
                draft,
                base(draft.base()),
                store.texts(draft.id()),
                active.latest().rulebook().hash());
    }

    /**
     * Saves the text of a file.
     *
     * @param seen the version that its writer saw; 0 when the file was not changed yet
     * @param origin the text that its writer began with; null to take that of the version
     * @throws RefusedException when the file may not be named or be as long as that, or the draft is closed
     */
    public Saved save(UUID id, String path, String typed, long seen, @Nullable String origin) {
        String text = normalized(typed);
        refuseFile(path, text);
        return changed(id, draft -> {
            SortedMap<String, String> base = base(draft.draft().base());
            DraftText now = draft.texts().getOrDefault(path, new DraftText(base.getOrDefault(path, ""), 0));
            if (now.text().equals(text)) {
                return new Saved(Outcome.SAVED, text, now.version(), text, List.of());
            }
            refuseSize(draft, base, path, text);
            if (now.version() == seen) {
                return new Saved(Outcome.SAVED, text, draft.put(path, text), text, List.of());
            }
            String from =
                    origin != null ? normalized(origin) : draft.text(path, seen).orElse(base.getOrDefault(path, ""));
            TextMerge merged = TextMerge.of(from, text, now.text(), WRITERS);
            return merged.clean()
                    ? new Saved(Outcome.MERGED, merged.text(), draft.put(path, merged.text()), merged.text(), List.of())
                    : new Saved(Outcome.CONFLICT, merged.text(), now.version(), now.text(), merged.conflicts());
        });
    }

    /**
     * Takes the files that a change writes into a draft.
     *
     * @param version of the draft that the change was made of
     * @return whether they were taken; false when the draft was saved meanwhile
     */
    public boolean take(UUID id, SortedMap<String, String> files, long version) {
        return changed(id, draft -> {
            if (draft.draft().version() != version) {
                return false;
            }
            files.forEach((path, made) -> {
                String text = normalized(made);
                refuseFile(path, text);
                refuseSize(draft, base(draft.draft().base()), path, text);
                draft.put(path, text);
            });
            return true;
        });
    }

    /** Lets a draft stand on what serves now; what both changed on the same lines stays side by side, between marks. */
    public void carryOver(UUID id) {
        changed(id, draft -> {
            String hash = active.latest().rulebook().hash();
            if (!draft.draft().base().equals(hash)) {
                carryOver(draft, base(draft.draft().base()), base(hash), hash);
            }
            return true;
        });
    }

    private static void carryOver(
            OpenDraft draft, SortedMap<String, String> base, SortedMap<String, String> next, String hash) {
        SortedMap<String, DraftText> texts = draft.texts();
        SortedSet<String> paths = new TreeSet<>(base.keySet());
        paths.addAll(next.keySet());
        paths.addAll(texts.keySet());
        SortedMap<String, String> earlier = new TreeMap<>();
        for (String path : paths) {
            String was = base.getOrDefault(path, "");
            String is = next.getOrDefault(path, "");
            if (!was.equals(is)) {
                DraftText mine = texts.getOrDefault(path, new DraftText(was, 0));
                earlier.put(path, was);
                draft.put(path, TextMerge.of(was, mine.text(), is, BASES).text());
            }
        }
        draft.rebase(hash, earlier);
    }

    /** Closes a draft, which then stays as it is, or opens it again. */
    public void close(UUID id, boolean closed) {
        store.close(id, closed);
    }

    /** Deletes a draft. */
    public void delete(UUID id) {
        store.delete(id);
    }

    /** Keeps with a draft what it was stored as, and which impact report was asked for. */
    public void keep(UUID id, @Nullable String rulebook, @Nullable UUID impact) {
        store.stored(id, rulebook, impact);
    }

    private <T> T changed(UUID id, Function<OpenDraft, T> change) {
        return store.change(id, draft -> {
                    if (!draft.draft().open()) {
                        throw refused("the draft is closed", "open it again to change it");
                    }
                    return change.apply(draft);
                })
                .orElseThrow(() -> unknown(id.toString()));
    }

    private SortedMap<String, String> base(String hash) {
        SortedMap<String, String> known = bases.get(hash);
        if (known == null) {
            known = rulebooks
                    .findFolder(hash)
                    .orElseThrow(() -> RulebookComparison.unknown(hash))
                    .files();
            bases.put(hash, known);
        }
        return known;
    }

    /** Only line feeds end lines, nothing stands before the first, and the database takes neither NUL nor half characters. */
    private static String normalized(String typed) {
        String text = new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\0', '\uFFFD');
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void refuseFile(String path, String text) {
        RuleFolder.fault(path).ifPresent(fault -> {
            throw refused(
                    fault, "name it as the files beside it, such as `membership/toys.drl` or `scenarios/tie.yaml`");
        });
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LIMITS.fileBytes()) {
            throw refused(
                    "the text has " + (bytes >> 10) + " KiB, and a file of a rule folder has at most "
                            + (LIMITS.fileBytes() >> 10) + " KiB",
                    "leave out what does not belong there; nothing was saved");
        }
    }

    private static void refuseSize(OpenDraft draft, SortedMap<String, String> base, String path, String text) {
        SortedMap<String, String> files = new TreeMap<>(base);
        draft.texts().forEach((each, kept) -> files.put(each, kept.text()));
        files.put(path, text);
        long letters = files.values().stream().mapToLong(String::length).sum();
        if (letters > LIMITS.totalBytes() || files.size() > LIMITS.files()) {
            throw refused("the folder would have more files, or longer ones, than a rulebook may", "leave some out");
        }
    }

    private static RefusedException refused(String message, String help) {
        return new RefusedException(
                FailureKind.INVALID_REQUEST, List.of(new Issue(IssueCode.VALUE_OUT_OF_RANGE, "?text", message, help)));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return id.length() == 36 ? Optional.of(UUID.fromString(id)) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static RefusedException unknown(String id) {
        return new RefusedException(
                FailureKind.NOT_FOUND, "there is no draft " + Echo.of(id) + "; `/rules/edit` lists those that are");
    }
}
