package org.ccgledger.command.directions;

import static org.ccgledger.command.authorisation.Applications.PLAN;
import static org.ccgledger.command.authorisation.Applications.THURROCK;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.authorisation.Applications;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.authorisation.AuthorisationOutcome;
import org.ccgledger.events.conditions.ConditionTerms;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.events.directions.DirectionEvent.*;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.directions.LegalPower;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;

/// Thurrock, directed at its grant not to exercise acute commissioning from 1 April 2013, and its
/// neighbour, for tests.
public final class Directed {

    public static final CcgCode NEIGHBOUR = new CcgCode("99F");
    public static final FunctionCode ACUTE = new FunctionCode("acute-commissioning");
    public static final FunctionCode PLANNING = new FunctionCode("planning");
    public static final LocalDate GO_LIVE = LocalDate.of(2013, 4, 1);
    public static final DocRef HANDOVER = DocRef.titled("Handover");
    static final DirectionId D1 = new DirectionId("07G-D1");
    static final DirectionId D2 = new DirectionId("07G-D2");
    static final DocRef DOCUMENT = DocRef.titled("Direction");

    private Directed() {}

    static DirectionTerms terms(
            DirectionId direction, LegalPower power, Period period, FunctionCode... functions) {
        return new DirectionTerms(
                direction,
                power,
                DirectionKind.NOT_TO_EXERCISE,
                List.of(functions),
                period,
                DOCUMENT);
    }

    /// One open condition, and the directions given.
    static CCGAuthorised granted(DirectionTerms... directions) {
        return Applications.authorised(
                AuthorisationOutcome.AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS,
                List.of(
                        new ConditionTerms(
                                new ConditionId("07G-C1"),
                                PLAN,
                                false,
                                "Meet it",
                                SupportLevel.VI)),
                List.of(directions));
    }

    /// Thurrock may not exercise acute commissioning, under regulation 8.
    public static CCGAuthorised directed() {
        return granted(terms(D1, LegalPower.REG8, Period.from(GO_LIVE), ACUTE));
    }

    static CCGAuthorised unconditional() {
        return Applications.authorised(AuthorisationOutcome.AUTHORISED, List.of(), List.of());
    }

    public static CCGEstablished established(CcgCode ccg) {
        return new CCGEstablished(
                ccg,
                new OnsCode("E38000185"),
                "NHS Somewhere Clinical Commissioning Group",
                new AreaTeamCode("Q57"),
                List.of(new AreaCode("E38000185")),
                List.of(),
                DocRef.titled("Constitution"),
                Applications.DECIDED_ON);
    }

    static CCGWillingnessRecorded willing(boolean willing) {
        return new CCGWillingnessRecorded(
                THURROCK, D1, ACUTE, NEIGHBOUR, willing, "Staff", Applications.DECIDED_ON);
    }

    static ExerciserConsidered considered() {
        return new ExerciserConsidered(
                THURROCK, D1, ACUTE, NEIGHBOUR, false, "Capacity", Applications.DECIDED_ON);
    }

    static FunctionExerciseAssigned assigned(LocalDate on) {
        return new FunctionExerciseAssigned(THURROCK, D1, ACUTE, BodyRef.ccg(NEIGHBOUR), null, on);
    }

    /// All that lets the neighbour exercise acute commissioning.
    public static List<CcgEvent> eligible() {
        return List.of(directed(), established(NEIGHBOUR), willing(true), considered());
    }

    /// Acute commissioning is exercised by the neighbour from 1 April 2013.
    public static List<CcgEvent> exercisedByNeighbour() {
        return Applications.with(eligible(), assigned(GO_LIVE));
    }

    static DirectionDrafted drafted(
            DirectionId direction,
            LegalPower power,
            DirectionKind kind,
            FunctionCode... functions) {
        return new DirectionDrafted(
                THURROCK,
                direction,
                power,
                kind,
                List.of(functions),
                Period.from(GO_LIVE),
                null,
                Applications.DECIDED_ON);
    }
}
