package io.centerline.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.web.FlowPicture.Flow;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowPictureTest {

    @Test
    void of_severalMoves_countsWhatLeavesAndWhatComes() {
        FlowPicture picture = FlowPicture.of(List.of(
                new Flow("CEE009", "CEE003", 298),
                new Flow("CEE009", "PNDING", 2),
                new Flow("PORT+CEE007", "PORT", 1)));

        assertThat(picture.left()).extracting(FlowPicture.Bar::code).containsExactly("CEE009", "PORT+CEE007");
        assertThat(picture.left()).extracting(FlowPicture.Bar::cases).containsExactly(300L, 1L);
        assertThat(picture.right()).extracting(FlowPicture.Bar::code).containsExactly("CEE003", "PNDING", "PORT");
        assertThat(picture.ribbons())
                .extracting(FlowPicture.Ribbon::color)
                .containsExactly("c-CEE009", "c-CEE009", "c-CEE007");
        assertThat(picture.right())
                .allSatisfy(bar -> assertThat(bar.y() + bar.height()).isLessThan(picture.height()));
    }

    @Test
    void lines_ofALongTitle_haveRoomAboveTheirBar() {
        FlowPicture picture =
                FlowPicture.of(List.of(new Flow("CEE008", "CEE005", 12_345), new Flow("CEE009", "CEE006", 3)));

        assertThat(picture.left().get(1).y())
                .isGreaterThan(picture.left().get(0).y() + picture.left().get(0).height() + 36);
        assertThat(List.of(picture.left(), picture.right()))
                .allSatisfy(side -> assertThat(side)
                        .allSatisfy(bar -> assertThat(bar.lines())
                                .hasSizeBetween(1, 2)
                                .allSatisfy(line -> {
                                    assertThat(line.text().length()).isLessThanOrEqualTo(24);
                                    assertThat(line.y()).isBetween(12, bar.y());
                                })));
    }

    @Test
    void of_noMoves_isEmpty() {
        assertThat(FlowPicture.of(List.of()).height()).isZero();
    }
}
