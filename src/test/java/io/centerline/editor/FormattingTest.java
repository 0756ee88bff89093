package io.centerline.editor;

import static io.centerline.editor.Drafts.LARGEST;
import static io.centerline.editor.Drafts.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.RuleFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FormattingTest {

    @Test
    void of_everyShippedFile_changesNothing() {
        SHIPPED.files()
                .forEach((path, text) ->
                        assertThat(Formatting.of(path, text)).as(path).isEqualTo(text));
        RuleFolder.read(Path.of("src", "test", "resources", "check", "rules"))
                .files()
                .forEach((path, text) ->
                        assertThat(Formatting.of(path, text)).as(path).isEqualTo(text));
    }

    @Test
    void of_rulesWrittenCarelessly_laysThemOut() {
        String written = """
                package rules.placement;
                import io.centerline.rulebook.vocabulary.*;
                // why
                rule "PRE-001  two  blanks"
                @id("PRE-001")   @citation("x") \s
                \t@standing("found")
                  when
                Tally($c:center,share>=0.50,count!=-1)
                   not(Tally(center!=$c))
                accumulate(Tally($n:count);$s:sum( $n );$s<100)
                  then
                insert(new Proposal($c, Basis.PREDOMINANCE));
                end



                rule "PRE-002 y" // here
                end""";
        assertThat(Formatting.of("placement/x.drl", written)).isEqualTo("""
                package rules.placement;
                import io.centerline.rulebook.vocabulary.*;

                // why
                rule "PRE-001  two  blanks"
                    @id("PRE-001")   @citation("x")
                    @standing("found")
                when
                    Tally( $c : center, share >= 0.50, count != -1 )
                    not (Tally( center != $c ))
                    accumulate( Tally( $n : count ); $s : sum($n); $s < 100 )
                then
                    insert(new Proposal($c, Basis.PREDOMINANCE));
                end

                rule "PRE-002 y" // here
                end
                """);
    }

    @Test
    void of_aShippedFileWithoutItsLayout_isTheShippedFile() {
        String text = SHIPPED.text(LARGEST);
        String flat =
                text.replaceAll("(?m)^ +", "").replace("( heading", "(heading").replaceAll(" >= ", ">=");
        assertThat(Formatting.of(LARGEST, flat.replace("end\n\n", "end\n"))).isEqualTo(text);
    }

    @Test
    void of_halfTypedText_keepsEveryWordAndIsStable() {
        String text = SHIPPED.text("placement/predominance.drl");
        for (int at = 0; at < text.length(); at += 11) {
            String half = text.substring(0, at);
            String formatted = Formatting.of("placement/predominance.drl", half);
            assertThat(formatted.replaceAll("\\s", "")).isEqualTo(half.replaceAll("\\s", ""));
            assertThat(Formatting.of("placement/predominance.drl", formatted)).isEqualTo(formatted);
        }
    }

    @Test
    void of_yaml_onlyStripsLines() {
        assertThat(Formatting.of("scenarios/x.yaml", "story: x  \n\n\n\nlaw: y"))
                .isEqualTo("story: x\n\nlaw: y\n");
        assertThat(Formatting.of("README.md", "a  \n\n\n")).isEqualTo("a  \n\n\n");
    }
}
