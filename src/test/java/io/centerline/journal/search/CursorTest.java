package io.centerline.journal.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.journal.search.Cursor.Reading.Before;
import io.centerline.journal.search.Cursor.Reading.NoCursor;
import io.centerline.journal.search.Cursor.Reading.OfAnotherQuery;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class CursorTest {
    private static final Filter TIES = new Filter(null, null, "CEE007", null, null, null, null, null, null, null);

    @Property
    void read_whatAfterGave_isTheIndex(@ForAll @LongRange(min = 0) long index) {
        assertThat(Cursor.read(Cursor.after(index, TIES), TIES)).isEqualTo(new Before(index));
    }

    @Property
    void read_besideAnotherFilter_isOfAnotherQuery(@ForAll @LongRange(min = 0) long index) {
        assertThat(Cursor.read(Cursor.after(index, TIES), Filter.ALL)).isInstanceOf(OfAnotherQuery.class);
    }

    @Property
    void read_anyOtherText_isNoCursor(@ForAll String text) {
        assertThat(Cursor.read(text, TIES)).isInstanceOf(NoCursor.class);
    }

    @Example
    void read_oneCharacterChangedOrLost_isNoCursor() {
        String cursor = Cursor.after(41, TIES);
        for (int i = 0; i < cursor.length() - 1; i++) {
            String changed = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A') + cursor.substring(i + 1);
            assertThat(Cursor.read(changed, TIES)).as(changed).isInstanceOf(NoCursor.class);
            assertThat(Cursor.read(cursor.substring(0, i), TIES)).isInstanceOf(NoCursor.class);
        }
    }
}
