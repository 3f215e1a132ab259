package org.ccgledger.standalone.england;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ccgledger.events.Source.Standing;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.standalone.england.PlannedDirection.Kind;
import org.ccgledger.standalone.england.PlannedReview.Outcome;
import org.ccgledger.standalone.england.PlannedReview.ReviewedGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewAllotmentTest {

    private final EnglandPlan plan = EnglandPlan.of(ReferenceTable.load());

    private FoldedPlan asAt(String date) {
        return FoldedPlan.asAt(LocalDate.parse(date), plan);
    }

    private PlannedReview review(int number) {
        return plan.reviews().get(number);
    }

    private ReviewedGroup reviewed(int number, String code) {
        return review(number).groups().stream()
                .filter(group -> group.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<String> revokedIn(int number) {
        return review(number).groups().stream()
                .filter(ReviewedGroup::directionRevoked)
                .map(ReviewedGroup::code)
                .toList();
    }

    private long fullyIn(int number) {
        return review(number).groups().stream().filter(ReviewedGroup::fullyAuthorised).count();
    }

    private long reducedIn(int number) {
        return review(number).groups().stream()
                .filter(group -> !group.fullyAuthorised())
                .filter(group ->
                        group.outcomes().stream().anyMatch(Outcome.Discharged.class::isInstance))
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "2012-12-09,   0,   0,   0,  0",
        "2012-12-10,  34,   8,  26,  0",
        "2013-01-22, 101,  27,  74,  3",
        "2013-02-28, 163,  33, 130,  8",
        "2013-03-14, 211,  43, 168, 15",
        "2013-03-20, 211,  43, 168, 15",
        "2013-04-05, 211, 106, 105, 14",
        "2013-07-26, 211, 152,  59,  8",
        "2013-12-01, 211, 180,  31,  7",
        "2014-05-31, 211, 180,  31,  3"
    })
    void the_plan_folds_to_the_published_totals(
            String date, int authorised, int fully, int withConditions, int directed) {
        var folded = asAt(date);
        assertThat(folded.authorised()).isEqualTo(authorised);
        assertThat(folded.fully()).isEqualTo(fully);
        assertThat(folded.withConditions()).isEqualTo(withConditions);
        assertThat(folded.directed()).hasSize(directed);
    }

    @ParameterizedTest
    @CsvSource({
        "2013-03-14",
        "2013-04-05",
        "2013-07-26",
        "2013-12-01",
        "2014-01-17",
        "2014-03-31",
        "2014-05-31"
    })
    void a_group_is_directed_exactly_while_a_condition_needs_it(String date) {
        assertThat(asAt(date).atOdds()).isEmpty();
    }

    @Test
    void reviews_follow_one_another_after_the_decisions_they_review() {
        assertThat(plan.reviews().stream().map(PlannedReview::number))
                .containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(plan.reviews().stream().map(review -> review.effectiveOn().value()))
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(date -> date.isAfter(LocalDate.of(2013, 3, 14)));
        assertThat(review(0).effectiveOn().value()).isBefore(LocalDate.of(2013, 4, 1));
        assertThat(plan.reviews())
                .allMatch(r -> r.evidenceDue().value().isBefore(r.committeeOn().value()))
                .allMatch(r -> !r.committeeOn().value().isAfter(r.effectiveOn().value()));
    }

    @Test
    void the_days_that_sources_give_are_stated() {
        assertThat(review(1).evidenceDue().value()).isEqualTo(LocalDate.of(2013, 6, 7));
        assertThat(review(1).committeeOn().value()).isEqualTo(LocalDate.of(2013, 7, 16));
        assertThat(review(1).effectiveOn().value()).isEqualTo(LocalDate.of(2013, 7, 22));
        assertThat(review(3).committeeOn().value()).isEqualTo(LocalDate.of(2014, 1, 17));
        assertThat(
                        plan.reviews().stream()
                                .map(review -> review.committeeOn().provenance().standing()))
                .containsExactly(
                        Standing.ASSUMED,
                        Standing.STATED,
                        Standing.ASSUMED,
                        Standing.STATED,
                        Standing.ASSUMED,
                        Standing.ASSUMED);
    }

    @Test
    void march_2013_touches_the_130_of_waves_1_to_3_only() {
        assertThat(review(0).groups()).hasSize(130);
        assertThat(review(0).groups())
                .allMatch(
                        group -> plan.group(group.code()).orElseThrow().decidedWave().value() <= 3);
        assertThat(fullyIn(0)).isEqualTo(63);
        assertThat(reducedIn(0)).isEqualTo(47);
        assertThat(revokedIn(0)).containsExactly("04G", "06N");
    }

    @Test
    void march_2013_directs_barnet_on_planning() {
        var directed =
                review(0).groups().stream()
                        .filter(group -> group.directionIssued().isPresent())
                        .toList();
        assertThat(directed.stream().map(ReviewedGroup::code)).containsExactly("07M");
        var direction = directed.getFirst().directionIssued().orElseThrow();
        assertThat(direction.functions()).containsExactly("planning");
        assertThat(direction.kind()).isEqualTo(Kind.MANNER_OF_EXERCISE);
        assertThat(directed.getFirst().outcomes())
                .filteredOn(Outcome.LevelChanged.class::isInstance)
                .hasSize(1);
        assertThat(plan.group("07M").orElseThrow().direction()).isEmpty();
    }

    @Test
    void july_2013_makes_46_full_and_reduces_51_and_keeps_the_eight_that_stay_directed() {
        assertThat(review(1).groups()).hasSize(105);
        assertThat(fullyIn(1)).isEqualTo(46);
        assertThat(reducedIn(1)).isEqualTo(51);
        assertThat(
                        review(1).groups().stream()
                                .filter(ReviewedGroup::unchanged)
                                .map(ReviewedGroup::code))
                .containsExactlyInAnyOrder("07M", "99E", "07V", "05F", "03M", "07G", "03Q", "08W");
        assertThat(asAt("2013-07-26").directed())
                .isEqualTo(Set.of("07M", "99E", "07V", "05F", "03M", "07G", "03Q", "08W"));
        assertThat(revokedIn(1))
                .containsExactlyInAnyOrder("08M", "09F", "09W", "07X", "09L", "99K");
    }

    @Test
    void the_autumn_of_2013_makes_28_full_and_ends_herefordshires_direction() {
        assertThat(review(2).groups()).hasSize(59);
        assertThat(fullyIn(2)).isEqualTo(28);
        assertThat(revokedIn(2)).containsExactly("05F");
        assertThat(asAt("2013-12-01").conditions("05F")).isNotEmpty();
    }

    @Test
    void surrey_downs_is_fully_authorised_in_the_autumn_of_2013() {
        assertThat(asAt("2013-07-26").conditions("99H")).isNotEmpty();
        assertThat(asAt("2013-12-01").conditions("99H")).isEmpty();
        assertThat(reviewed(2, "99H").provenance().standing()).isEqualTo(Standing.STATED);
    }

    @Test
    void north_somerset_has_two_conditions_still_after_january_2014() {
        assertThat(asAt("2014-01-31").conditions("11T")).hasSize(2);
        assertThat(reviewed(3, "11T").provenance().standing()).isEqualTo(Standing.STATED);
    }

    @Test
    void directions_of_2014_end_in_three_reviews() {
        assertThat(Stream.of(3, 4, 5).map(this::revokedIn))
                .containsExactly(List.of("03M"), List.of("03Q", "07V"), List.of("99E"));
    }

    @Test
    void in_may_2014_barnet_has_two_conditions_and_three_are_directed() {
        var may = asAt("2014-05-31");
        assertThat(may.directed()).isEqualTo(Set.of("07M", "07G", "08W"));
        assertThat(may.conditions("07M")).hasSize(2).containsValue(SupportLevel.IV);
        assertThat(asAt("2014-05-01").conditions("07M")).hasSize(5);
    }

    @Test
    void a_revoked_direction_leaves_conditions_that_need_none_behind() {
        var revocations =
                plan.reviews().stream()
                        .flatMap(review -> review.groups().stream())
                        .filter(ReviewedGroup::directionRevoked)
                        .toList();
        assertThat(revocations)
                .hasSize(15 + 1 - 3)
                .noneMatch(ReviewedGroup::fullyAuthorised)
                .allSatisfy(group ->
                        assertThat(group.outcomes())
                                .anyMatch(outcome ->
                                        outcome instanceof Outcome.LevelChanged(_, var from, var to)
                                                && from.needsDirection()
                                                && to == SupportLevel.III));
    }

    @Test
    void what_reviews_decide_cites_its_source_or_its_rule() {
        assertThat(
                        plan.reviews().stream()
                                .flatMap(review -> review.groups().stream())
                                .map(ReviewedGroup::provenance))
                .hasSize(130 + 105 + 59 + 31 + 31 + 31)
                .allMatch(p -> !p.citation().isBlank())
                .allMatch(p ->
                        (p.standing() == Standing.ASSUMED)
                                == p.citation().startsWith("Allotted by rule: "));
    }
}
