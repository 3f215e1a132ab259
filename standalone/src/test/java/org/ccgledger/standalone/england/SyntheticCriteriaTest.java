package org.ccgledger.standalone.england;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccgledger.events.Source.Standing;
import org.ccgledger.standalone.england.SyntheticCriteria.Criterion;
import org.ccgledger.standalone.england.SyntheticCriteria.Domain;
import org.junit.jupiter.api.Test;

class SyntheticCriteriaTest {

    @Test
    void there_are_119_criteria_in_six_domains() {
        assertThat(SyntheticCriteria.all()).hasSize(119);
        assertThat(SyntheticCriteria.domains().stream().map(Domain::number))
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(SyntheticCriteria.domains().stream().map(Domain::size))
                .containsExactly(19, 18, 26, 29, 15, 12);
    }

    @Test
    void identifiers_are_distinct_and_name_their_domain() {
        assertThat(SyntheticCriteria.all().stream().map(Criterion::id))
                .doesNotHaveDuplicates()
                .startsWith("SYN-1.01", "SYN-1.02")
                .endsWith("SYN-6.12")
                .allMatch(id -> id.matches("(SYN-)?[1-6](\\.\\d{1,2}){1,2}[A-Z]?"));
        assertThat(SyntheticCriteria.all())
                .allMatch(criterion ->
                        criterion.id().startsWith("SYN-" + criterion.domain().number()));
    }

    @Test
    void every_criterion_says_that_it_is_a_synthetic_placeholder() {
        assertThat(SyntheticCriteria.all())
                .allMatch(criterion -> criterion.text().startsWith("Synthetic placeholder"))
                .allMatch(criterion -> criterion.provenance().standing() == Standing.SYNTHETIC);
    }
}
