package org.ccgledger.command.conditions;

import static org.ccgledger.command.authorisation.Applications.DECIDED_ON;
import static org.ccgledger.command.authorisation.Applications.PLAN;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.conditions.Grants.C1;
import static org.ccgledger.command.conditions.Grants.LATER;
import static org.ccgledger.command.conditions.Grants.condition;
import static org.ccgledger.command.conditions.Grants.directed;
import static org.ccgledger.command.conditions.Grants.enabled;
import static org.ccgledger.command.conditions.Grants.granted;
import static org.ccgledger.command.conditions.Grants.grantedWithDirection;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.conditions.ConditionCommand.RecordFullAuthorisation;
import org.ccgledger.command.decision.CommonRefusal;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.Role;
import org.ccgledger.events.conditions.ConditionEvent.CCGFullyAuthorised;
import org.ccgledger.events.conditions.ConditionEvent.ConditionDischarged;
import org.ccgledger.events.conditions.ConditionEvent.ConditionImposed;
import org.ccgledger.events.conditions.ConditionEvent.ConditionReviewDecided;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.events.directions.DirectionEvent.DirectionRevoked;
import org.ccgledger.events.directions.DirectionEvent.DirectionVaried;
import org.junit.jupiter.api.Test;

class FullAuthorisationTest {

    private static final RecordFullAuthorisation FULL = new RecordFullAuthorisation(THURROCK);
    private static final LocalDate ENDED = LATER.plusMonths(1);

    private static Specification system() {
        return Specification.of(ConditionDecider.DECIDER)
                .by(Role.SYSTEM, new BodyRef("SYSTEM/CCG-LEDGER"))
                .on(ENDED);
    }

    /// The only condition was discharged while a direction was in force.
    private static Specification discharged() {
        return system().given(grantedWithDirection(condition(1, SupportLevel.I)))
                .given(
                        new ConditionReviewDecided(THURROCK, 1, List.of(), 0, null, LATER),
                        new ConditionDischarged(THURROCK, C1, PLAN, 1, LATER));
    }

    private static DirectionRevoked revoked(LocalDate on) {
        return new DirectionRevoked(
                THURROCK, new DirectionId("07G-D1"), DocRef.titled("Handover"), on);
    }

    private static CCGFullyAuthorised full(LocalDate on) {
        return new CCGFullyAuthorised(THURROCK, on);
    }

    @Test
    void a_group_is_fully_authorised_once_the_last_direction_is_revoked() {
        discharged().when(FULL).thenUnchanged();
        discharged().given(revoked(ENDED)).when(FULL).thenAccepted(full(ENDED));
        discharged().given(revoked(ENDED.plusDays(1))).when(FULL).thenUnchanged();
    }

    @Test
    void a_group_is_fully_authorised_the_day_after_its_last_direction_expired() {
        Specification varied =
                discharged()
                        .given(
                                new DirectionVaried(
                                        THURROCK,
                                        new DirectionId("07G-D1"),
                                        List.of(new FunctionCode("planning")),
                                        new Period(LocalDate.of(2013, 4, 1), ENDED.minusDays(1)),
                                        null,
                                        LATER));
        varied.when(FULL).thenAccepted(full(ENDED));
        varied.on(ENDED.minusDays(1)).when(FULL).thenUnchanged();
    }

    @Test
    void an_open_condition_stands_in_the_way() {
        system().given(grantedWithDirection(condition(1, SupportLevel.I)))
                .given(revoked(ENDED))
                .when(FULL)
                .thenUnchanged();
        discharged()
                .given(
                        new ConditionImposed(
                                THURROCK, condition(2, SupportLevel.I), ENDED.plusMonths(3), LATER))
                .given(revoked(ENDED))
                .when(FULL)
                .thenUnchanged();
    }

    @Test
    void what_was_decided_is_not_decided_again() {
        discharged().given(revoked(LATER), full(LATER)).when(FULL).thenUnchanged();
        system().given(granted()).when(FULL).thenUnchanged();
    }

    @Test
    void a_group_that_was_directed_anew_is_fully_authorised_again() {
        system().given(granted(), directed(LATER)).when(FULL).thenUnchanged();
        system().given(granted(), directed(LATER), revoked(ENDED))
                .when(FULL)
                .thenAccepted(full(ENDED));
        system().given(granted(), directed(LATER), revoked(ENDED), full(ENDED))
                .on(ENDED.plusDays(1))
                .when(FULL)
                .thenUnchanged();
    }

    @Test
    void a_direction_to_act_for_another_group_never_stood_in_the_way() {
        system().given(granted(), enabled(LATER), revoked(ENDED)).when(FULL).thenUnchanged();
        discharged().given(revoked(ENDED), enabled(LATER)).when(FULL).thenAccepted(full(ENDED));
    }

    @Test
    void it_is_not_dated_before_the_last_decision_on_conditions() {
        discharged()
                .given(revoked(LATER.minusDays(1)))
                .on(LATER.minusDays(1))
                .when(FULL)
                .thenRefused(new CommonRefusal.BackdatedBeyondLimit(LATER));
    }

    @Test
    void what_was_not_authorised_has_no_conditions() {
        system().on(DECIDED_ON).when(FULL).thenNotFound();
    }
}
