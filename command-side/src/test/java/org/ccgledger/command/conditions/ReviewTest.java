package org.ccgledger.command.conditions;

import static org.ccgledger.command.authorisation.Applications.PLAN;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.conditions.Grants.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.ccgledger.command.conditions.ConditionCommand.*;
import org.ccgledger.command.conditions.ConditionRefusal.*;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.conditions.ConditionEvent.*;
import org.ccgledger.events.conditions.ReviewAction;
import org.ccgledger.events.conditions.ReviewOutcome;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.events.directions.DirectionEvent.DirectionRevoked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private static final LocalDate OPENED_ON = LocalDate.of(2013, 5, 20);
    private static final ConditionReviewOpened OPENED = opened(1);
    private static final DocRef EVIDENCE = DocRef.titled("Evidence");

    private static ConditionReviewOpened opened(int review) {
        return new ConditionReviewOpened(
                THURROCK, review, LocalDate.of(2013, 6, 7), LATER, OPENED_ON);
    }

    private static OpenConditionReview open(int review) {
        return new OpenConditionReview(THURROCK, review, LocalDate.of(2013, 6, 7), LATER);
    }

    private static Specification committee() {
        return Specification.of(ConditionDecider.DECIDER)
                .by(Role.BOARD_AUTHORISATION, BodyRef.BOARD)
                .on(LATER);
    }

    private static DecideConditionReview decide(ReviewOutcome... outcomes) {
        return new DecideConditionReview(THURROCK, 1, List.of(outcomes), YearMonth.of(2013, 10));
    }

    private static ReviewOutcome remove(ConditionId condition) {
        return new ReviewOutcome(condition, ReviewAction.REMOVE, null, null, null);
    }

    private static ReviewOutcome keep(ConditionId condition) {
        return new ReviewOutcome(condition, ReviewAction.KEEP, null, null, null);
    }

    private static ReviewOutcome to(SupportLevel level, @Nullable String reason) {
        return new ReviewOutcome(C1, ReviewAction.VARY, level, null, reason);
    }

    private static ConditionReviewDecided decided(int remaining, ReviewOutcome... outcomes) {
        return new ConditionReviewDecided(
                THURROCK, 1, List.of(outcomes), remaining, YearMonth.of(2013, 10), LATER);
    }

    @Test
    void a_review_is_opened_under_a_number_of_its_own_one_at_a_time() {
        committee()
                .given(granted(condition(1, SupportLevel.I)))
                .on(OPENED_ON)
                .when(open(1))
                .thenAccepted(OPENED);
        committee().given(granted()).given(OPENED).when(open(1)).thenUnchanged();
        committee()
                .given(granted())
                .given(OPENED)
                .when(open(2))
                .thenRefused(new ReviewAlreadyOpen(1));
        committee()
                .given(granted())
                .given(OPENED, decided(0))
                .when(open(1))
                .thenRefused(new ReviewAlreadyOpen(1));
        committee()
                .given(granted())
                .given(OPENED, decided(0))
                .when(open(2))
                .thenAccepted(ConditionReviewOpened.class);
        committee().when(open(1)).thenNotFound();
    }

    @Test
    void evidence_is_submitted_to_an_open_review() {
        SubmitReviewEvidence submit = new SubmitReviewEvidence(THURROCK, 1, C1, List.of(EVIDENCE));
        ReviewEvidenceSubmitted submitted =
                new ReviewEvidenceSubmitted(THURROCK, 1, C1, List.of(EVIDENCE), LATER);
        Specification group =
                committee()
                        .by(Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(THURROCK))
                        .given(granted(condition(1, SupportLevel.I)));
        group.when(submit).thenNotFound();
        group.given(opened(2)).when(submit).thenNotFound();
        group.given(new ConditionReviewDecided(THURROCK, 2, List.of(), 1, null, OPENED_ON), OPENED)
                .when(submit)
                .thenAccepted(submitted);
        group.when(new SubmitReviewEvidence(THURROCK, 1, C2, List.of(EVIDENCE))).thenNotFound();
        group.given(submitted).when(submit).thenUnchanged();
        group.given(new ConditionDischarged(THURROCK, C1, PLAN, 1, LATER))
                .when(submit)
                .thenRefused(new ConditionNotOpen(Set.of(C1)));
    }

    @Test
    void a_review_discharges_on_evidence_and_fully_authorises_when_nothing_remains() {
        committee()
                .given(granted(condition(1, SupportLevel.I)))
                .given(OPENED)
                .withEvidence(EVIDENCE)
                .when(decide(remove(C1)))
                .thenAccepted(
                        decided(0, remove(C1)),
                        new ConditionDischarged(THURROCK, C1, PLAN, 1, LATER),
                        new CCGFullyAuthorised(THURROCK, LATER));
    }

    @Test
    void a_direction_that_remains_stands_in_the_way_of_full_authorisation() {
        Specification directed =
                committee()
                        .given(grantedWithDirection(condition(1, SupportLevel.IV)))
                        .given(OPENED)
                        .withEvidence(EVIDENCE);
        directed.when(decide(remove(C1)))
                .thenAccepted(ConditionReviewDecided.class, ConditionDischarged.class);
        directed.given(new DirectionRevoked(THURROCK, new DirectionId("07G-D1"), EVIDENCE, LATER))
                .when(decide(remove(C1)))
                .thenAccepted(
                        ConditionReviewDecided.class,
                        ConditionDischarged.class,
                        CCGFullyAuthorised.class);
    }

    @Test
    void a_review_after_the_last_direction_is_revoked_fully_authorises() {
        committee()
                .given(grantedWithDirection(condition(1, SupportLevel.IV)))
                .given(new ConditionDischarged(THURROCK, C1, PLAN, 0, OPENED_ON), OPENED)
                .given(new DirectionRevoked(THURROCK, new DirectionId("07G-D1"), EVIDENCE, LATER))
                .when(decide())
                .thenAccepted(decided(0), new CCGFullyAuthorised(THURROCK, LATER));
        committee().given(granted()).given(OPENED).when(decide()).thenAccepted(decided(0));
    }

    @Tag("C3")
    @Test
    void a_review_varies_level_and_text_and_keeps_the_rest() {
        ReviewOutcome vary =
                new ReviewOutcome(C1, ReviewAction.VARY, SupportLevel.II, "Meet half of it", null);
        committee()
                .given(granted(condition(1, SupportLevel.III), condition(2, SupportLevel.I)))
                .given(OPENED)
                .when(decide(vary, keep(C2)))
                .thenAccepted(
                        decided(2, vary, keep(C2)),
                        new ConditionSupportLevelChanged(
                                THURROCK, C1, SupportLevel.III, SupportLevel.II, 1, LATER),
                        new ConditionVaried(THURROCK, C1, "Meet half of it", 1, LATER));
    }

    @Test
    void a_discharge_rests_on_evidence() {
        Specification without =
                committee()
                        .given(granted(condition(1, SupportLevel.I)))
                        .given(OPENED)
                        .given(
                                new ReviewEvidenceSubmitted(
                                        THURROCK, 1, C2, List.of(EVIDENCE), OPENED_ON));
        without.when(decide(remove(C1))).thenRefused(new EvidenceRequired(Set.of(C1)));
        without.given(
                        new ReviewEvidenceSubmitted(
                                THURROCK, 1, C1, List.of(EVIDENCE), OPENED_ON.minusDays(1)))
                .when(decide(remove(C1)))
                .thenAccepted(
                        ConditionReviewDecided.class,
                        ConditionDischarged.class,
                        CCGFullyAuthorised.class);
    }

    @Test
    void support_is_raised_to_level_four_under_a_direction() {
        Specification undirected =
                committee().given(granted(condition(1, SupportLevel.III))).given(OPENED);
        undirected
                .when(decide(to(SupportLevel.IV, "It got worse")))
                .thenRefused(new DirectionRequiredForLevel(C1, SupportLevel.IV));
        undirected
                .given(directed(LATER))
                .when(decide(to(SupportLevel.IV, null)))
                .thenAccepted(ConditionReviewDecided.class, ConditionSupportLevelChanged.class);
    }

    @Test
    void support_is_lowered_below_level_four_without_a_direction_or_with_a_reason() {
        Specification directed =
                committee()
                        .given(grantedWithDirection(condition(1, SupportLevel.IV)))
                        .given(OPENED);
        directed.when(decide(to(SupportLevel.III, " "))).thenRefused(new DirectionStillInForce(C1));
        directed.when(decide(to(SupportLevel.III, "It is on another matter")))
                .thenAccepted(ConditionReviewDecided.class, ConditionSupportLevelChanged.class);
        directed.when(decide(to(SupportLevel.V, null)))
                .thenAccepted(ConditionReviewDecided.class, ConditionSupportLevelChanged.class);
        directed.given(new DirectionRevoked(THURROCK, new DirectionId("07G-D1"), EVIDENCE, LATER))
                .when(decide(to(SupportLevel.III, null)))
                .thenAccepted(ConditionReviewDecided.class, ConditionSupportLevelChanged.class);
    }

    @Test
    void every_open_condition_has_an_outcome() {
        committee()
                .given(granted(condition(1, SupportLevel.I), condition(2, SupportLevel.I)))
                .given(OPENED)
                .when(decide(keep(C1)))
                .thenRefused(new ReviewIncomplete(Set.of(C2)));
        committee()
                .given(granted(condition(1, SupportLevel.I)))
                .given(OPENED, new ConditionMainstreamed(THURROCK, C1, EVIDENCE, OPENED_ON))
                .when(decide())
                .thenRefused(new ReviewIncomplete(Set.of(C1)));
    }

    @Test
    void what_is_discharged_is_not_discharged_again() {
        committee()
                .given(granted(condition(1, SupportLevel.I)))
                .given(new ConditionDischarged(THURROCK, C1, PLAN, 0, OPENED_ON), OPENED)
                .withEvidence(EVIDENCE)
                .when(decide(remove(C1)))
                .thenRefused(new ConditionNotOpen(Set.of(C1)));
    }

    @Test
    void a_review_that_is_not_open_is_not_decided() {
        Specification granted = committee().given(granted(condition(1, SupportLevel.I)));
        granted.when(decide(keep(C1))).thenNotFound();
        granted.given(opened(2)).when(decide(keep(C1))).thenNotFound();
        committee().when(decide(keep(C1))).thenNotFound();
    }

    @Test
    void the_same_decision_again_changes_nothing() {
        committee()
                .given(granted(condition(1, SupportLevel.I)))
                .given(OPENED, decided(1, keep(C1)))
                .when(decide(keep(C1)))
                .thenUnchanged();
        committee()
                .given(granted(condition(1, SupportLevel.I)))
                .given(OPENED, decided(1, keep(C1)))
                .when(decide(remove(C1)))
                .thenNotFound();
    }

    @Test
    void outcomes_name_a_condition_once_and_change_it_only_when_they_vary() {
        Assertions.assertThat(decide(keep(C1), keep(C1)).fieldErrors()).hasSize(1);
        Assertions.assertThat(
                        decide(new ReviewOutcome(C1, ReviewAction.VARY, null, null, "why"))
                                .fieldErrors())
                .hasSize(1);
        Assertions.assertThat(
                        decide(new ReviewOutcome(C1, ReviewAction.KEEP, SupportLevel.I, null, null))
                                .fieldErrors())
                .hasSize(1);
        Assertions.assertThat(decide(keep(C1), remove(C2)).fieldErrors()).isEmpty();
    }
}
