package io.centerline.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.check.History;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleServerTest {
    private static final String LARGEST = "rules/membership/consumer-products.drl";
    private static final String CASES = "rules/membership/consumer-products.cases.yaml";

    /** The line with the condition of MEM-0801, from 0. */
    private static final int CONDITION = 11;

    @TempDir
    private Path folder;

    private String largest = "";
    private String cases = "";

    @BeforeEach
    void copyRules() throws IOException {
        RuleFolder shipped = RuleFolder.read(Path.of("rules"));
        for (var file : shipped.files().entrySet()) {
            Path path = folder.resolve("rules").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        largest = Files.readString(folder.resolve(LARGEST));
        cases = Files.readString(folder.resolve(CASES));
        assertThat(largest.lines().toList().get(CONDITION)).isEqualTo("    $hts : HtsNumber( heading == 3401 )");
    }

    private Editor editor() throws IOException {
        return new Editor(folder, Editor::noPast);
    }

    @Test
    void aKeystroke_inARule_isToldWithRangeAndHelp_andMendedByItsFix() throws Exception {
        try (Editor editor = editor()) {
            assertThat(editor.initialized.getServerInfo().getName()).isEqualTo("centerline");
            editor.open(LARGEST, largest);
            assertThat(editor.await(LARGEST, told -> true)).isEmpty();
            editor.type(LARGEST, CONDITION, 22, 7, "headin");
            List<Diagnostic> told = editor.await(LARGEST, found -> !found.isEmpty());
            assertThat(told).hasSize(1);
            assertThat(told.get(0).getRange()).isEqualTo(range(CONDITION, 22, CONDITION, 28));
            assertThat(told.get(0).getMessage()).contains("`headin`", "\nhelp: did you mean `heading`?");
            assertThat(told.get(0).getCode().getLeft()).isEqualTo("LANGUAGE");
            CodeAction fix = documents(editor)
                    .codeAction(new CodeActionParams(
                            editor.document(LARGEST), told.get(0).getRange(), new CodeActionContext(told)))
                    .join()
                    .get(0)
                    .getRight();
            assertThat(fix.getTitle()).isEqualTo("Write `heading`");
            TextEdit edit = fix.getEdit().getChanges().get(editor.uri(LARGEST)).get(0);
            assertThat(edit.getNewText()).isEqualTo("g");
            editor.type(
                    LARGEST,
                    edit.getRange().getStart().getLine(),
                    edit.getRange().getStart().getCharacter(),
                    0,
                    edit.getNewText());
            editor.await(LARGEST, List::isEmpty);
            assertThat(editor.messages).isEmpty();
            assertThat(editor.leave()).isTrue();
        }
    }

    @Test
    void theWholeTariff_isCheckedAMomentLater_overTextsThatAreNotSaved() throws Exception {
        try (Editor editor = editor()) {
            editor.open(LARGEST, largest);
            editor.open(CASES, cases);
            editor.type(LARGEST, CONDITION, 33, 4, "3406");
            List<Diagnostic> told = editor.await(
                    LARGEST, found -> found.stream().anyMatch(each -> code(each).equals("CLAIMED_TWICE")));
            Diagnostic twice = told.stream()
                    .filter(each -> code(each).equals("CLAIMED_TWICE"))
                    .findFirst()
                    .orElseThrow();
            assertThat(twice.getRelatedInformation()).isNotEmpty();
            editor.type(LARGEST, CONDITION, 33, 4, "3401");
            editor.await(LARGEST, List::isEmpty);
            editor.replace(CASES, cases.replaceFirst("center: CEE008", "center: CEE007"));
            editor.await(
                    CASES, found -> found.stream().anyMatch(each -> code(each).equals("CASE_FAILS")));
            editor.close(CASES);
            editor.await(CASES, List::isEmpty);
            assertThat(editor.messages).isEmpty();
        }
    }

    @Test
    void requests_onAnOpenDocument_areAnswered() throws Exception {
        try (Editor editor = editor()) {
            editor.open(LARGEST, largest);
            editor.open(CASES, cases);
            TextDocumentService documents = documents(editor);
            Position range = new Position(CONDITION, 25);
            assertThat(documents
                            .hover(new HoverParams(editor.document(LARGEST), range))
                            .join()
                            .getContents()
                            .getRight()
                            .getValue())
                    .startsWith("`3401`: ");
            assertThat(documents
                            .definition(new DefinitionParams(editor.document(LARGEST), range))
                            .join()
                            .getLeft())
                    .singleElement()
                    .satisfies(place -> assertThat(place.getUri()).isEqualTo(editor.uri(CASES)));
            assertThat(documents
                            .references(
                                    new ReferenceParams(editor.document(LARGEST), range, new ReferenceContext(true)))
                            .join())
                    .hasSizeGreaterThan(3);
            assertThat(documents
                            .documentSymbol(new DocumentSymbolParams(editor.document(LARGEST)))
                            .join())
                    .hasSizeGreaterThan(20);
            assertThat(documents
                            .codeLens(new CodeLensParams(editor.document(LARGEST)))
                            .join())
                    .first()
                    .satisfies(lens -> assertThat(lens.getCommand().getTitle()).startsWith("fires in 1 case"));
            DocumentFormattingParams format = new DocumentFormattingParams();
            format.setTextDocument(editor.document(LARGEST));
            assertThat(documents.formatting(format).join()).isEmpty();
            editor.type(LARGEST, CONDITION, 0, 4, "");
            assertThat(documents.formatting(format).join())
                    .singleElement()
                    .satisfies(edit -> assertThat(edit.getNewText()).isEqualTo("    "));
            editor.type(LARGEST, CONDITION, 0, 0, "Hts ");
            List<CompletionItem> items = documents
                    .completion(new CompletionParams(editor.document(LARGEST), new Position(CONDITION, 3)))
                    .join()
                    .getRight()
                    .getItems();
            assertThat(items.get(0).getLabel()).isEqualTo("HtsNumber");
            assertThat(items.get(0).getTextEdit().getLeft().getRange()).isEqualTo(range(CONDITION, 0, CONDITION, 3));
            assertThat(editor.messages).isEmpty();
        }
    }

    @Test
    void halfTypedText_inTwoDocuments_isAnsweredWithoutAFault() throws Exception {
        try (Editor editor = editor()) {
            editor.open(LARGEST, "");
            editor.open(CASES, "");
            TextDocumentService documents = documents(editor);
            for (int at = 150; at < 900; at += 50) {
                for (String path : List.of(LARGEST, CASES)) {
                    String half = (path.equals(LARGEST) ? largest : cases).substring(0, at);
                    editor.replace(path, half);
                    int line = (int) half.chars().filter(c -> c == '\n').count();
                    Position end = new Position(line, half.length() - half.lastIndexOf('\n') - 1);
                    documents
                            .completion(new CompletionParams(editor.document(path), end))
                            .join();
                    documents.hover(new HoverParams(editor.document(path), end)).join();
                    documents
                            .definition(new DefinitionParams(editor.document(path), end))
                            .join();
                    documents
                            .documentSymbol(new DocumentSymbolParams(editor.document(path)))
                            .join();
                    documents
                            .codeLens(new CodeLensParams(editor.document(path)))
                            .join();
                    documents
                            .codeAction(new CodeActionParams(
                                    editor.document(path),
                                    range(0, 0, line, end.getCharacter()),
                                    new CodeActionContext(List.of())))
                            .join();
                }
            }
            assertThat(editor.await(LARGEST, found -> !found.isEmpty())).isNotEmpty();
            editor.replace(LARGEST, largest);
            editor.replace(CASES, cases);
            editor.await(LARGEST, List::isEmpty);
            editor.await(CASES, List::isEmpty);
            assertThat(editor.messages).isEmpty();
        }
    }

    @Test
    void positions_behindLettersOfTwoUnits_areThoseOfUtf16() throws Exception {
        try (Editor editor = editor()) {
            editor.open(LARGEST, largest.replace("\n", "\r\n"));
            editor.await(LARGEST, List::isEmpty);
            editor.type(LARGEST, CONDITION, 4, 0, "/* \uD83E\uDDFC */ ");
            editor.type(LARGEST, CONDITION, 31, 7, "headin");
            List<Diagnostic> told = editor.await(LARGEST, found -> !found.isEmpty());
            assertThat(told.get(0).getRange()).isEqualTo(range(CONDITION, 31, CONDITION, 37));
        }
    }

    @Test
    void changes_behindEveryLineAndText_endThere_andOfAFileThatIsNotOpen_areNotTaken() throws Exception {
        try (Editor editor = editor()) {
            editor.open(LARGEST, largest);
            editor.type(LARGEST, CONDITION, Integer.MAX_VALUE, 0, " nonsense");
            List<Diagnostic> told = editor.await(LARGEST, found -> !found.isEmpty());
            assertThat(told.get(0).getRange().getStart().getLine()).isBetween(CONDITION, CONDITION + 1);
            editor.replace(LARGEST, largest);
            editor.await(LARGEST, List::isEmpty);
            assertThat(editor.messages).isEmpty();
            editor.type(CASES, 0, 0, 0, "- nonsense");
            editor.awaitMessage();
            assertThat(editor.messages).singleElement().asString().contains("is not open");
            assertThat(editor.diagnostics(CASES)).isEmpty();
        }
    }

    @Test
    void files_changedOutside_areReadAgain_andThoseThatAreOpenStay() throws Exception {
        try (Editor editor = editor()) {
            editor.open(LARGEST, largest);
            editor.await(LARGEST, List::isEmpty);
            Files.writeString(folder.resolve(CASES), cases.replaceFirst("- rule: MEM-0801\n", "- rule: MEM-0899\n"));
            Files.writeString(folder.resolve(LARGEST), "nothing");
            editor.server()
                    .getWorkspaceService()
                    .didChangeWatchedFiles(new DidChangeWatchedFilesParams(
                            List.of(new FileEvent(editor.uri(CASES), FileChangeType.Changed))));
            assertThat(editor.await(LARGEST, found -> !found.isEmpty()))
                    .allSatisfy(each -> assertThat(code(each)).isEqualTo("CASE_MISSING"));
        }
    }

    @Test
    void aFileThatIsNoRuleFile_orBroken_orTwoMegabytes_isAnswered() throws Exception {
        Files.write(folder.resolve("rules/membership/broken.drl"), new byte[] {(byte) 0xC3, 0x28});
        try (Editor editor = editor()) {
            editor.open("notes.txt", "nothing");
            editor.open(LARGEST, "rule \"x\" ".repeat(250_000));
            assertThat(editor.await(LARGEST, found -> !found.isEmpty()).get(0).getMessage())
                    .contains("longer than");
            editor.replace(LARGEST, largest);
            editor.await("rules/membership/broken.drl", found -> !found.isEmpty());
            editor.await(LARGEST, List::isEmpty);
            assertThat(editor.messages).hasSize(1).first().asString().contains("cannot be read whole", "broken.drl");
        }
    }

    @Test
    void lenses_withRulesToCompare_tellWhatMoves_andWithoutThem_work() throws Exception {
        Rulebook active = Rulebook.of(RuleFolder.read(folder.resolve("rules")).rules());
        History history = new History(active, LocalDate.of(2026, 12, 1));
        try (Editor editor = new Editor(folder, () -> Optional.of(history))) {
            editor.open(LARGEST, largest);
            editor.await(LARGEST, List::isEmpty);
            editor.type(LARGEST, CONDITION, 22, 15, "subheading >= 340211, subheading <= 340290");
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            List<String> lenses = List.of();
            while (lenses.stream().noneMatch(lens -> lens.startsWith("moves")) && System.nanoTime() < end) {
                lenses = documents(editor).codeLens(new CodeLensParams(editor.document(LARGEST))).join().stream()
                        .map(lens -> lens.getCommand().getTitle())
                        .toList();
            }
            assertThat(lenses).anyMatch(lens -> lens.matches("moves [0-9]+ numbers? against active"));
            assertThat(editor.await(
                            LARGEST,
                            found -> found.stream()
                                    .anyMatch(each ->
                                            Set.of("PAST_CHANGED", "ID_REUSED").contains(code(each)))))
                    .isNotEmpty();
        }
        try (Editor editor = new Editor(folder, () -> {
            throw new IllegalStateException("no service answers");
        })) {
            editor.open(LARGEST, largest);
            editor.await(LARGEST, List::isEmpty);
            editor.awaitMessage();
            assertThat(editor.messages).containsExactly("rules are not compared with others: no service answers");
        }
    }

    @Test
    void findings_onTheLargestFile_comeWhileTyping() throws Exception {
        try (Editor editor = editor()) {
            editor.open(LARGEST, largest);
            editor.await(LARGEST, List::isEmpty);
            List<Long> own = new ArrayList<>();
            List<Long> whole = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                long start = System.nanoTime();
                editor.type(LARGEST, CONDITION, 22, 7, "headin");
                editor.await(LARGEST, found -> !found.isEmpty());
                own.add(System.nanoTime() - start);
                editor.type(LARGEST, CONDITION, 22, 6, "heading");
                editor.await(LARGEST, List::isEmpty);
            }
            for (int i = 0; i < 5; i++) {
                long start = System.nanoTime();
                editor.type(LARGEST, CONDITION, 33, 4, "3499");
                editor.await(
                        LARGEST,
                        found -> found.stream()
                                .anyMatch(each -> code(each).equals("GAP")
                                        || code(each).equals("CASE_FAILS")
                                        || code(each).equals("NEVER_WINS")
                                        || code(each).equals("WINS_NOTHING_KNOWN")));
                whole.add(System.nanoTime() - start);
                editor.type(LARGEST, CONDITION, 33, 4, "3401");
                editor.await(LARGEST, List::isEmpty);
            }
            own.sort(Long::compare);
            whole.sort(Long::compare);
            Duration p95 = Duration.ofNanos(own.get(own.size() * 95 / 100));
            Duration slowest = Duration.ofNanos(whole.get(whole.size() - 1));
            System.out.println("language server: keystroke to finding p95 " + p95.toMillis()
                    + " ms, to a finding of the whole tariff at most " + slowest.toMillis() + " ms");
            assertThat(p95).isLessThan(Duration.ofSeconds(2));
            assertThat(slowest).isLessThan(Duration.ofSeconds(15));
        }
    }

    private static TextDocumentService documents(Editor editor) {
        return editor.server().getTextDocumentService();
    }

    private static String code(Diagnostic diagnostic) {
        return diagnostic.getCode().getLeft();
    }

    private static Range range(int line, int column, int endLine, int endColumn) {
        return new Range(new Position(line, column), new Position(endLine, endColumn));
    }
}
