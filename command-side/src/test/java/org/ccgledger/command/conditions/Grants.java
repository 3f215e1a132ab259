package org.ccgledger.command.conditions;

import static org.ccgledger.command.authorisation.Applications.PLAN;
import static org.ccgledger.command.authorisation.Applications.THURROCK;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.authorisation.Applications;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.authorisation.AuthorisationOutcome;
import org.ccgledger.events.conditions.ConditionTerms;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.events.directions.DirectionEvent.DirectionIssued;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.directions.LegalPower;

/// Thurrock's grant of 14 March 2013 with some conditions, for tests.
final class Grants {

    static final ConditionId C1 = new ConditionId("07G-C1");
    static final ConditionId C2 = new ConditionId("07G-C2");

    /// A day after the grant.
    static final LocalDate LATER = LocalDate.of(2013, 7, 16);

    private Grants() {}

    static ConditionTerms condition(int number, SupportLevel level) {
        return new ConditionTerms(new ConditionId("07G-C" + number), PLAN, false, "Meet it", level);
    }

    static CCGAuthorised granted(ConditionTerms... conditions) {
        return Applications.authorised(
                conditions.length == 0
                        ? AuthorisationOutcome.AUTHORISED
                        : AuthorisationOutcome.AUTHORISED_WITH_CONDITIONS,
                List.of(conditions),
                List.of());
    }

    static CCGAuthorised grantedWithDirection(ConditionTerms... conditions) {
        return Applications.authorised(
                AuthorisationOutcome.AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS,
                List.of(conditions),
                List.of(direction()));
    }

    static DirectionIssued directed(LocalDate on) {
        return new DirectionIssued(THURROCK, direction(), null, on);
    }

    /// A direction to exercise what was taken from another group.
    static DirectionIssued enabled(LocalDate on) {
        return new DirectionIssued(
                THURROCK,
                direction(LegalPower.S14Z21, DirectionKind.ENABLING),
                new DirectionId("99F-D1"),
                on);
    }

    private static DirectionTerms direction() {
        return direction(LegalPower.REG8, DirectionKind.MANNER_OF_EXERCISE);
    }

    private static DirectionTerms direction(LegalPower power, DirectionKind kind) {
        return new DirectionTerms(
                new DirectionId("07G-D1"),
                power,
                kind,
                List.of(new FunctionCode("planning")),
                Period.from(LocalDate.of(2013, 4, 1)),
                DocRef.titled("Direction"));
    }
}
