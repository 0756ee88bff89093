package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.api.PageCursor.Reading;
import io.centerline.api.PageCursor.Reading.Behind;
import io.centerline.api.PageCursor.Reading.NoCursor;
import io.centerline.api.PageCursor.Reading.OfAnotherQuery;
import io.centerline.journal.search.Filter;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PageCursorTest {
    private static final String TIES = "center CEE007";

    @Property
    void read_whatAfterGave_isThePlace(@ForAll long one, @ForAll long other) {
        assertThat(place(PageCursor.read(PageCursor.after(TIES, one), TIES, 1))).containsExactly(one);
        assertThat(place(PageCursor.read(PageCursor.after(TIES, one, other), TIES, 2)))
                .containsExactly(one, other);
    }

    @Property
    void read_besideOtherFilters_isOfAnotherQuery(@ForAll long place) {
        assertThat(PageCursor.read(PageCursor.after(TIES, place), "", 1)).isInstanceOf(OfAnotherQuery.class);
    }

    @Property
    void read_ofAListWithAnotherOrder_isNoCursor(@ForAll long place) {
        assertThat(PageCursor.read(PageCursor.after(TIES, place), TIES, 2)).isInstanceOf(NoCursor.class);
    }

    @Property
    void read_anyOtherText_isNoCursor(@ForAll String text) {
        assertThat(PageCursor.read(text, TIES, 1)).isInstanceOf(NoCursor.class);
    }

    @Example
    void read_oneCharacterChangedOrLost_isNoCursor() {
        String cursor = PageCursor.after(TIES, 41);
        for (int i = 0; i < cursor.length() - 1; i++) {
            String changed = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A') + cursor.substring(i + 1);
            assertThat(PageCursor.read(changed, TIES, 1)).as(changed).isInstanceOf(NoCursor.class);
            assertThat(PageCursor.read(cursor.substring(0, i), TIES, 1)).isInstanceOf(NoCursor.class);
        }
    }

    @Example
    void after_ofDecisions_isWhatItWasBefore() {
        assertThat(PageCursor.after(Filter.ALL.text(), 41)).isEqualTo("AAAAAAAAACl5SISIOY9fWi78h9g");
    }

    private static long[] place(Reading reading) {
        return ((Behind) reading).place();
    }
}
