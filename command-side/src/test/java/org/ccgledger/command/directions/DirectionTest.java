package org.ccgledger.command.directions;

import static org.ccgledger.command.authorisation.Applications.DECIDED_ON;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.*;
import static org.ccgledger.events.directions.DirectionKind.*;
import static org.ccgledger.events.directions.LegalPower.*;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.directions.DirectionCommand.*;
import org.ccgledger.command.directions.DirectionRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.Role;
import org.ccgledger.events.conditions.ConditionEvent.ConditionDischarged;
import org.ccgledger.events.directions.DirectionEvent.*;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.directions.LegalPower;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DirectionTest {

    private static final Period FROM_GO_LIVE = Period.from(GO_LIVE);

    private static Specification committee() {
        return Specification.of(DirectionDecider.DECIDER)
                .by(Role.BOARD_AUTHORISATION, BodyRef.BOARD)
                .on(GO_LIVE);
    }

    private static DraftDirection draft(
            @Nullable LegalPower power, DirectionKind kind, FunctionCode... functions) {
        return new DraftDirection(THURROCK, power, kind, List.of(functions), FROM_GO_LIVE, null);
    }

    private static DirectionIssued issued(DirectionTerms terms) {
        return new DirectionIssued(THURROCK, terms, null, GO_LIVE);
    }

    private static IssueDirection issue(DirectionId direction) {
        return new IssueDirection(THURROCK, direction, DOCUMENT);
    }

    private static VaryDirection vary(DirectionId direction, Period period, FunctionCode... to) {
        return new VaryDirection(THURROCK, direction, List.of(to), period, null);
    }

    private static RevokeDirection revoke(DirectionId direction) {
        return new RevokeDirection(THURROCK, direction, HANDOVER);
    }

    @Test
    void only_the_committee_directs() {
        Refusal refusal = new NotAuthorisingBody(BodyRef.BOARD);
        Specification officer = committee().by(Role.BOARD_OFFICER, BodyRef.BOARD).given(directed());
        officer.when(draft(REG8, MANNER_OF_EXERCISE)).thenRefused(refusal);
        officer.when(issue(D2)).thenRefused(refusal);
        officer.when(revoke(D1)).thenRefused(refusal);
        officer.when(vary(D1, FROM_GO_LIVE, ACUTE)).thenRefused(refusal);
        officer.when(new AssignFunctionExercise(THURROCK, D1, ACUTE, BodyRef.BOARD, null))
                .thenRefused(refusal);
    }

    @Test
    void a_direction_cites_power_and_provision() {
        Refusal refusal = new AuthorityNotCited();
        committee().given(directed()).when(draft(null, MANNER_OF_EXERCISE)).thenRefused(refusal);
        Specification without =
                committee()
                        .given(directed())
                        .given(drafted(D2, REG8, NOT_TO_EXERCISE, PLANNING))
                        .withoutAuthority();
        without.when(draft(REG8, MANNER_OF_EXERCISE)).thenRefused(refusal);
        without.when(issue(D2)).thenRefused(refusal);
        without.when(vary(D1, FROM_GO_LIVE, PLANNING)).thenRefused(refusal);
        without.when(revoke(D1)).thenRefused(refusal);
        without.when(new AssignFunctionExercise(THURROCK, D1, ACUTE, BodyRef.ccg(NEIGHBOUR), null))
                .thenRefused(refusal);
    }

    @Test
    void a_matter_met_between_draft_and_issue_stands_in_the_way() {
        Specification met =
                committee()
                        .given(directed())
                        .given(drafted(D2, REG8, NOT_TO_EXERCISE, PLANNING))
                        .given(
                                new ConditionDischarged(
                                        THURROCK, new ConditionId("07G-C1"), null, 1, GO_LIVE));
        met.when(issue(D2)).thenRefused(new NoUnmetMatter());
        met.on(GO_LIVE.minusDays(1)).when(issue(D2)).thenAccepted(DirectionIssued.class);
    }

    @Test
    void a_direction_not_to_exercise_names_the_functions() {
        Refusal refusal = new FunctionsRequired();
        Specification given = committee().given(directed());
        given.when(draft(REG8, NOT_TO_EXERCISE)).thenRefused(refusal);
        given.when(new DraftDirection(THURROCK, REG8, NOT_TO_EXERCISE, null, FROM_GO_LIVE, null))
                .thenRefused(refusal);
        given.when(vary(D1, FROM_GO_LIVE)).thenRefused(refusal);
        given.when(new VaryDirection(THURROCK, D1, null, FROM_GO_LIVE, null)).thenRefused(refusal);
    }

    @Test
    void a_period_does_not_end_before_it_begins_or_before_the_decision() {
        LocalDate last = GO_LIVE.minusDays(1);
        Specification given = committee().given(directed());
        given.when(
                        new DraftDirection(
                                THURROCK,
                                REG8,
                                MANNER_OF_EXERCISE,
                                List.of(),
                                new Period(DECIDED_ON, last),
                                null))
                .thenRefused(new InvalidPeriod(last));
        given.on(DECIDED_ON)
                .when(vary(D1, new Period(GO_LIVE, last), ACUTE))
                .thenRefused(new InvalidPeriod(last));
        given.when(vary(D1, new Period(GO_LIVE, last), PLANNING))
                .thenRefused(new InvalidPeriod(last));
        given.when(vary(D1, new Period(GO_LIVE, GO_LIVE), ACUTE))
                .thenAccepted(DirectionVaried.class);
    }

    @Test
    void a_draft_is_issued_once() {
        DirectionIssued issued = issued(terms(D2, REG8, FROM_GO_LIVE, PLANNING));
        Specification given =
                committee().given(directed()).given(drafted(D2, REG8, NOT_TO_EXERCISE, PLANNING));
        given.when(issue(D2)).thenAccepted(issued);
        given.given(issued).when(issue(D2)).thenUnchanged();
        given.when(new IssueDirection(THURROCK, D2, HANDOVER))
                .thenRefused(new DirectionAlreadyIssued(D2, GO_LIVE));
    }

    @Test
    void a_function_is_not_taken_by_two_directions_at_a_time() {
        Refusal refusal = new FunctionAlreadyAssigned(ACUTE, D1);
        DirectionDrafted second = drafted(D2, REG8, NOT_TO_EXERCISE, ACUTE);
        committee().given(directed()).given(second).when(issue(D2)).thenRefused(refusal);
        committee()
                .given(directed())
                .given(drafted(D2, REG8, MANNER_OF_EXERCISE, ACUTE))
                .when(issue(D2))
                .thenAccepted(DirectionIssued.class);
        committee()
                .given(
                        granted(
                                terms(
                                        D1,
                                        REG8,
                                        new Period(DECIDED_ON, GO_LIVE.minusDays(1)),
                                        ACUTE)))
                .given(second)
                .on(DECIDED_ON)
                .when(issue(D2))
                .thenAccepted(DirectionIssued.class);
        committee()
                .given(granted(terms(D1, REG8, new Period(DECIDED_ON, GO_LIVE), ACUTE)))
                .given(second)
                .on(DECIDED_ON)
                .when(issue(D2))
                .thenRefused(refusal);
        committee()
                .given(directed())
                .given(issued(terms(D2, REG8, FROM_GO_LIVE, PLANNING)))
                .when(vary(D2, FROM_GO_LIVE, PLANNING, ACUTE))
                .thenRefused(refusal);
    }

    @Test
    void a_variation_returns_what_is_taken_no_longer() {
        committee()
                .given(granted(terms(D1, REG8, FROM_GO_LIVE, ACUTE, PLANNING)))
                .withEvidence(HANDOVER)
                .when(vary(D1, FROM_GO_LIVE, PLANNING))
                .thenAccepted(
                        new DirectionVaried(
                                THURROCK, D1, List.of(PLANNING), FROM_GO_LIVE, null, GO_LIVE),
                        new FunctionReturned(THURROCK, D1, ACUTE, GO_LIVE));
        Specification given = committee().given(directed()).withEvidence(HANDOVER);
        given.when(vary(D1, Period.from(GO_LIVE.plusDays(1)), ACUTE))
                .thenAccepted(DirectionVaried.class, FunctionReturned.class);
        given.when(vary(D1, FROM_GO_LIVE, ACUTE)).thenUnchanged();
    }

    @Test
    void a_variation_that_returns_a_function_hands_the_open_decisions_over() {
        committee()
                .given(granted(terms(D1, REG8, FROM_GO_LIVE, ACUTE, PLANNING)))
                .when(vary(D1, FROM_GO_LIVE, PLANNING))
                .thenRefused(new HandoverIncomplete());
        committee()
                .given(directed())
                .when(vary(D1, FROM_GO_LIVE, ACUTE, PLANNING))
                .thenAccepted(DirectionVaried.class);
    }

    @Test
    void a_revocation_returns_the_functions_with_a_handover() {
        Specification given = committee().given(directed());
        given.when(revoke(D1))
                .thenAccepted(
                        new DirectionRevoked(THURROCK, D1, HANDOVER, GO_LIVE),
                        new FunctionReturned(THURROCK, D1, ACUTE, GO_LIVE));
        given.when(new RevokeDirection(THURROCK, D1, null)).thenRefused(new HandoverIncomplete());
        given.on(GO_LIVE.minusDays(1)).when(revoke(D1)).thenAccepted(DirectionRevoked.class);
    }

    @Test
    void what_another_direction_still_takes_does_not_return() {
        committee()
                .given(
                        granted(
                                terms(D1, REG8, FROM_GO_LIVE, ACUTE, PLANNING),
                                terms(D2, REG8, FROM_GO_LIVE, ACUTE)))
                .when(revoke(D1))
                .thenAccepted(
                        new DirectionRevoked(THURROCK, D1, HANDOVER, GO_LIVE),
                        new FunctionReturned(THURROCK, D1, PLANNING, GO_LIVE));
    }

    @Test
    void only_a_direction_in_force_is_varied_or_revoked() {
        Refusal refusal = new DirectionNotInForce(D1);
        Specification expired =
                committee()
                        .given(
                                granted(
                                        terms(
                                                D1,
                                                REG8,
                                                new Period(DECIDED_ON, GO_LIVE.minusDays(1)),
                                                ACUTE)));
        expired.when(revoke(D1)).thenRefused(refusal);
        expired.when(vary(D1, FROM_GO_LIVE, ACUTE)).thenRefused(refusal);
        expired.on(GO_LIVE.minusDays(1))
                .when(revoke(D1))
                .thenAccepted(DirectionRevoked.class, FunctionReturned.class);
        committee()
                .given(directed())
                .given(new DirectionRevoked(THURROCK, D1, HANDOVER, GO_LIVE))
                .when(revoke(D1))
                .thenRefused(refusal);
        committee()
                .given(granted())
                .given(drafted(D1, REG8, NOT_TO_EXERCISE, ACUTE))
                .when(vary(D1, FROM_GO_LIVE, ACUTE))
                .thenRefused(refusal);
    }

    @Test
    void what_does_not_exist_is_not_found() {
        committee().when(draft(S14Z21, MANNER_OF_EXERCISE)).thenNotFound();
        Specification granted = committee().given(granted());
        granted.when(issue(D1)).thenNotFound();
        granted.when(vary(D1, FROM_GO_LIVE, ACUTE)).thenNotFound();
        granted.when(revoke(D1)).thenNotFound();
        granted.when(new AssignFunctionExercise(THURROCK, D1, ACUTE, BodyRef.BOARD, null))
                .thenNotFound();
    }
}
