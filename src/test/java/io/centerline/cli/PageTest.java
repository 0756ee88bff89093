package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.cli.Page.Column;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void wrap_words_breaksBetweenThem() {
        assertThat(Page.wrap("one two three", 7)).containsExactly("one two", "three");
    }

    @Test
    void wrap_wordWiderThanTheLine_isBroken() {
        assertThat(Page.wrap("a abcdefghij", 4)).containsExactly("a", "abcd", "efgh", "ij");
    }

    @Test
    void wrap_percentage_staysTogether() {
        assertThat(Page.wrap("there (100 %) and", 11)).containsExactly("there", "(100 %) and");
    }

    @Test
    void wrap_nothing_isOneEmptyLine() {
        assertThat(Page.wrap("", 4)).containsExactly("");
    }

    @Test
    void table_cells_areAlignedAndWrapped() {
        String table = new Page()
                .table(
                        List.of(Column.words("Name", 7), Column.figures("N")),
                        List.of(List.of("one two three", "5"), List.of("x", "1,000")))
                .toString();

        assertThat(table).isEqualTo("""
                          Name         N
                          one two      5
                          three
                          x        1,000
                        """);
    }

    @Property
    void wrap_anyText_keepsItsLettersAndItsWidth(@ForAll String text, @ForAll @IntRange(min = 1, max = 40) int width) {
        List<String> lines = Page.wrap(text, width);

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }
}
