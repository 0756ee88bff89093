package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.api.EntityTags.EntityTag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    @Test
    void read_list_areItsTags() {
        assertThat(EntityTags.read(" \"1\" ,, W/\"a,b\",\"\", \"3-5f-gzip\"\t"))
                .contains(List.of(
                        new EntityTag(false, "1"),
                        new EntityTag(true, "a,b"),
                        new EntityTag(false, ""),
                        new EntityTag(false, "3-5f")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "1", "\"1", "w/\"1\"", "\"1\" \"2\"", "*, \"1\"", "\"a b\"", "\"1\", 2"})
    void read_anythingElse_isNone(String list) {
        assertThat(EntityTags.read(list)).isEmpty();
        assertThat(EntityTags.names(list, "\"1\"")).isFalse();
    }

    @Test
    void read_longList_takesNoStack() {
        assertThat(EntityTags.read("\"a\",".repeat(20_000) + "b")).isEmpty();
        assertThat(EntityTags.read("\"a\",".repeat(20_000)))
                .hasValueSatisfying(tags -> assertThat(tags).hasSize(20_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1\" | true",
                "W/\"1\" | true",
                "\"2\", \"1\" | true",
                "* | true",
                "\"1-gzip\" | false",
                "\"2\" | false"
            })
    void names_tag_comparesWeakly(String ifNoneMatch, boolean named) {
        assertThat(EntityTags.names(ifNoneMatch, "\"1\"")).isEqualTo(named);
    }

    @Test
    void tags_ofRepresentations_differ() {
        String tag = EntityTags.of(3, new byte[] {1});

        assertThat(tag).matches("\"3-[0-9a-f]{8}\"").isNotEqualTo(EntityTags.of(3, new byte[] {2}));
        assertThat(EntityTags.ofGzip(tag)).isEqualTo(tag.substring(0, tag.length() - 1) + "-gzip\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | false",
                "'' | false",
                "gzip | true",
                "GZIP;Q=0.1 | true",
                "x-gzip, br | true",
                "br, *;q=0.5 | true",
                "* | true",
                "gzip;q=0 | false",
                "gzip;q=0.000, * | false",
                "*;q=0 | false",
                "br;q=1 | false",
                "identity | false",
                "gzip;q=0.5, identity | false",
                "gzip;q=0.5, identity;q=0.5 | true",
                "gzip;q=x | false"
            })
    void acceptEncoding_gzip_isTakenWhereItIsLikedBest(String header, boolean taken) {
        assertThat(AcceptEncoding.takesGzip(header)).isEqualTo(taken);
    }
}
