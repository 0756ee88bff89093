package io.centerline.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Lee",
                " ann  LEE ",
                "\uFF21nn\u00A0Lee",
                "An\u200Bn Lee",
                "ANN\tLEE",
                "Ann Lee\u3164",
                "An\uFE0Fn Lee",
                "Ann\u2800Lee"
            })
    void folded_spellingsOfOneName_areOne(String name) {
        assertThat(ProposalPolicy.folded(name)).isEqualTo("ann lee");
    }

    @Test
    void folded_namesOfTwo_differ() {
        assertThat(ProposalPolicy.folded("Ann Lee")).isNotEqualTo(ProposalPolicy.folded("Anne Lee"));
        assertThat(ProposalPolicy.folded("Straße")).isEqualTo(ProposalPolicy.folded("STRASSE"));
    }

    @Test
    void settings_words_areReadInAnyCase() {
        ProposalPolicy strict = new ProposalPolicy(" Required", "ANOTHER");
        assertThat(strict.needsProposal()).isTrue();
        assertThat(strict.needsAnother()).isTrue();
        ProposalPolicy usual = new ProposalPolicy("optional", "anyone");
        assertThat(usual.needsProposal()).isFalse();
        assertThat(usual.needsAnother()).isFalse();
    }
}
