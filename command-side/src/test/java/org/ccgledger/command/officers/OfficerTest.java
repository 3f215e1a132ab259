package org.ccgledger.command.officers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.DECIDED_ON;
import static org.ccgledger.command.authorisation.Applications.OFFICER;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.GO_LIVE;
import static org.ccgledger.command.directions.Directed.established;

import java.util.List;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.officers.OfficerCommand.AppointAccountableOfficer;
import org.ccgledger.command.officers.OfficerRefusal.AOAppointmentReservedToBoard;
import org.ccgledger.command.officers.OfficerRefusal.DirectionNotInForce;
import org.ccgledger.command.officers.OfficerRefusal.EvidenceRequired;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.Role;
import org.ccgledger.events.directions.DirectionEvent.DirectionIssued;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.directions.LegalPower;
import org.ccgledger.events.registry.AppointmentRoute;
import org.ccgledger.events.registry.RegistryEvent.AccountableOfficerAppointed;
import org.junit.jupiter.api.Test;

class OfficerTest {

    private static final PersonalText NAME = new PersonalText(OFFICER, "A. Person");

    private static Specification board() {
        return Specification.of(OfficerDecider.DECIDER)
                .on(DECIDED_ON)
                .withEvidence(DocRef.titled("Nomination"));
    }

    private static DirectionIssued directed(DirectionKind kind) {
        return new DirectionIssued(
                THURROCK,
                new DirectionTerms(
                        new DirectionId("07G-D1"),
                        LegalPower.S14Z21,
                        kind,
                        List.of(),
                        Period.from(DECIDED_ON),
                        DocRef.titled("Direction")),
                null,
                DECIDED_ON);
    }

    private static AppointAccountableOfficer appoint(AppointmentRoute by) {
        return new AppointAccountableOfficer(THURROCK, OFFICER, NAME, GO_LIVE, by);
    }

    private static AccountableOfficerAppointed appointed(PersonalText name) {
        return new AccountableOfficerAppointed(
                THURROCK, OFFICER, name, GO_LIVE, AppointmentRoute.NOMINATION, DECIDED_ON);
    }

    @Test
    void the_board_appoints_on_nomination() {
        board().given(established(THURROCK))
                .when(appoint(AppointmentRoute.NOMINATION))
                .thenAccepted(appointed(NAME));
    }

    @Test
    void a_nomination_is_shown() {
        board().withEvidence()
                .given(established(THURROCK))
                .when(appoint(AppointmentRoute.NOMINATION))
                .thenRefused(new EvidenceRequired());
    }

    @Test
    void without_a_nomination_the_board_appoints_by_a_direction_that_is_in_force() {
        Specification established = board().withEvidence().given(established(THURROCK));
        established
                .when(appoint(AppointmentRoute.DIRECTION))
                .thenRefused(new DirectionNotInForce(THURROCK));
        established
                .given(directed(DirectionKind.MANNER_OF_EXERCISE))
                .when(appoint(AppointmentRoute.DIRECTION))
                .thenRefused(new DirectionNotInForce(THURROCK));
        Specification replaced =
                board().withEvidence()
                        .given(established(THURROCK), directed(DirectionKind.REPLACE_AO));
        replaced.when(appoint(AppointmentRoute.DIRECTION))
                .thenAccepted(AccountableOfficerAppointed.class);
        replaced.on(DECIDED_ON.minusDays(1))
                .when(appoint(AppointmentRoute.DIRECTION))
                .thenRefused(new DirectionNotInForce(THURROCK));
    }

    @Test
    void the_same_appointment_changes_nothing_even_where_the_name_is_no_longer_held() {
        board().given(established(THURROCK), appointed(new PersonalText(OFFICER, null)))
                .when(appoint(AppointmentRoute.NOMINATION))
                .thenUnchanged();
        board().given(established(THURROCK), directed(DirectionKind.REPLACE_AO), appointed(NAME))
                .when(appoint(AppointmentRoute.DIRECTION))
                .thenAccepted(AccountableOfficerAppointed.class);
    }

    @Test
    void the_appointment_is_reserved_to_the_board() {
        board().given(established(THURROCK))
                .by(Role.GOVERNING_BODY_CHAIR, BodyRef.ccg(THURROCK))
                .when(appoint(AppointmentRoute.NOMINATION))
                .thenRefused(new AOAppointmentReservedToBoard(BodyRef.ccg(THURROCK)));
        assertThat(new AOAppointmentReservedToBoard(BodyRef.BOARD).code())
                .isEqualTo("AO_APPOINTMENT_RESERVED_TO_BOARD");
    }

    @Test
    void a_group_that_is_not_established_has_no_officer() {
        board().when(appoint(AppointmentRoute.NOMINATION)).thenNotFound();
    }

    @Test
    void the_name_is_the_appointed_persons() {
        PersonId another = new PersonId("0e2d1f64-5a8b-4c55-9f20-7a3d1c9e8b42");
        assertThat(
                        new AppointAccountableOfficer(
                                        THURROCK,
                                        another,
                                        NAME,
                                        GO_LIVE,
                                        AppointmentRoute.NOMINATION)
                                .fieldErrors())
                .hasSize(1);
    }
}
