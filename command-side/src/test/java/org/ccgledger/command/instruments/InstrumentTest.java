package org.ccgledger.command.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.instruments.Orders.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.CommonRefusal.EffectiveDateInFuture;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.instruments.InstrumentCommand.*;
import org.ccgledger.command.instruments.InstrumentRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.SiNumber;
import org.ccgledger.events.instruments.House;
import org.ccgledger.events.instruments.InstrumentEvent.*;
import org.ccgledger.events.instruments.Procedure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InstrumentTest {

    private static final DocRef REPORT = DocRef.titled("Fifth report of session 2013-14");

    private static Specification parliament() {
        return Specification.of(InstrumentDecider.DECIDER)
                .by(Role.PARLIAMENTARY_RECORDER, new BodyRef("PARLIAMENT/UK"))
                .withoutAuthority();
    }

    private static LayInstrument lay(String title) {
        return new LayInstrument(
                ORDER,
                title,
                laid(Procedure.AFFIRMATIVE).parentAct(),
                Procedure.AFFIRMATIVE,
                POWERS);
    }

    private static RecordDivision divide(int ayes, int noes) {
        return new RecordDivision(ORDER, House.COMMONS, ayes, noes, null);
    }

    private static MakeInstrument make() {
        return new MakeInstrument(ORDER, NUMBER, IN_FORCE_ON);
    }

    @Test
    void an_instrument_is_laid_with_the_powers_that_it_is_to_give() {
        InstrumentLaid laid = laid(Procedure.AFFIRMATIVE);
        parliament().on(LAID_ON).when(lay(laid.title())).thenAccepted(laid);
        parliament().given(laid).when(lay(laid.title())).thenUnchanged();
        parliament().given(laid).when(lay("Another order")).thenRefused(new CodeInUse(ORDER));
    }

    @Test
    void nothing_is_recorded_of_an_instrument_that_was_not_laid() {
        parliament().when(divide(276, 152)).thenNotFound();
        parliament().when(make()).thenNotFound();
    }

    @Test
    void a_committee_reports_after_the_laying() {
        RecordScrutiny scrutiny =
                new RecordScrutiny(ORDER, "Regulatory Reform Committee", REPORT, true);
        ScrutinyReported reported =
                new ScrutinyReported(
                        ORDER,
                        "Regulatory Reform Committee",
                        REPORT,
                        true,
                        LocalDate.of(2014, 4, 10));
        Specification laid =
                parliament().given(laid(Procedure.AFFIRMATIVE)).on(reported.effectiveOn());
        laid.when(scrutiny).thenAccepted(reported);
        laid.given(reported).when(scrutiny).thenUnchanged();
        parliament()
                .given(laid(Procedure.AFFIRMATIVE))
                .on(LAID_ON.minusDays(1))
                .when(scrutiny)
                .thenRefused(new InvalidPeriod(LAID_ON));
    }

    @Test
    void the_majority_of_9_september_2014_is_276_less_152() {
        parliament()
                .given(laid(Procedure.AFFIRMATIVE))
                .on(DIVIDED_ON)
                .when(divide(276, 152))
                .thenAccepted(divided(), approved(House.COMMONS, false));
    }

    @Test
    void a_stated_majority_that_differs_is_refused() {
        Specification laid = parliament().given(laid(Procedure.AFFIRMATIVE)).on(DIVIDED_ON);
        laid.when(new RecordDivision(ORDER, House.COMMONS, 276, 152, 124))
                .thenAccepted(divided(), approved(House.COMMONS, false));
        laid.when(new RecordDivision(ORDER, House.COMMONS, 276, 152, 123))
                .thenRefused(new DivisionMajorityMismatch(124, 123));
    }

    @Test
    void ayes_and_noes_are_not_negative() {
        assertThat(divide(-1, 0).fieldErrors())
                .extracting(error -> error.pointer())
                .containsExactly("/ayes");
        assertThat(divide(0, -1).fieldErrors())
                .extracting(error -> error.pointer())
                .containsExactly("/noes");
    }

    @Tag("H2")
    @Test
    void a_motion_without_more_ayes_than_noes_is_not_carried() {
        for (int ayes : List.of(151, 152)) {
            parliament()
                    .given(laid(Procedure.AFFIRMATIVE))
                    .on(DIVIDED_ON)
                    .when(divide(ayes, 152))
                    .thenAccepted(
                            new DivisionRecorded(
                                    ORDER, House.COMMONS, ayes, 152, ayes - 152, DIVIDED_ON),
                            new HouseRejected(ORDER, House.COMMONS, DIVIDED_ON));
        }
    }

    @Test
    void a_house_decides_once() {
        Specification decided = parliament().given(approvedByBoth());
        decided.when(divide(276, 152)).thenUnchanged();
        decided.when(divide(277, 152)).thenRefused(new AlreadyDecided(ORDER));
        decided.when(new RecordHouseApproval(ORDER, House.LORDS)).thenUnchanged();
        decided.when(new RecordHouseApproval(ORDER, House.COMMONS))
                .thenRefused(new AlreadyDecided(ORDER));
        parliament()
                .given(laid(Procedure.AFFIRMATIVE))
                .given(new HouseRejected(ORDER, House.LORDS, DIVIDED_ON))
                .when(new RecordHouseApproval(ORDER, House.LORDS))
                .thenRefused(new AlreadyDecided(ORDER));
    }

    @Test
    void a_house_approves_without_dividing_after_the_laying() {
        Specification laid = parliament().given(laid(Procedure.AFFIRMATIVE));
        laid.on(DIVIDED_ON)
                .when(new RecordHouseApproval(ORDER, House.LORDS))
                .thenAccepted(approved(House.LORDS, true));
        laid.on(LAID_ON.minusDays(1))
                .when(new RecordHouseApproval(ORDER, House.LORDS))
                .thenRefused(new InvalidPeriod(LAID_ON));
        laid.when(divide(276, 152)).thenRefused(new InvalidPeriod(LAID_ON));
    }

    @Test
    void an_affirmative_instrument_is_made_once_both_houses_have_approved_it() {
        for (Procedure procedure : List.of(Procedure.AFFIRMATIVE, Procedure.SUPER_AFFIRMATIVE)) {
            parliament()
                    .given(laid(procedure))
                    .on(MADE_ON)
                    .when(make())
                    .thenRefused(new BothHousesRequired(Set.of(House.COMMONS, House.LORDS)));
        }
        parliament()
                .given(laid(Procedure.AFFIRMATIVE), divided(), approved(House.COMMONS, false))
                .on(MADE_ON)
                .when(make())
                .thenRefused(new BothHousesRequired(Set.of(House.LORDS)));
        parliament().given(approvedByBoth()).on(MADE_ON).when(make()).thenAccepted(made());
    }

    @Test
    void an_approval_counts_from_its_day() {
        parliament()
                .given(approvedByBoth())
                .on(DIVIDED_ON.minusDays(1))
                .when(make())
                .thenRefused(new BothHousesRequired(Set.of(House.COMMONS, House.LORDS)));
    }

    @Test
    void a_negative_instrument_is_made_unless_a_house_has_rejected_it() {
        parliament().given(laid(Procedure.NEGATIVE)).on(MADE_ON).when(make()).thenAccepted(made());
        parliament()
                .given(laid(Procedure.NEGATIVE))
                .given(new HouseRejected(ORDER, House.LORDS, DIVIDED_ON))
                .on(MADE_ON)
                .when(make())
                .thenRefused(new BothHousesRequired(Set.of(House.LORDS)));
        parliament()
                .given(laid(Procedure.NEGATIVE))
                .on(LAID_ON.minusDays(1))
                .when(make())
                .thenRefused(new InvalidPeriod(LAID_ON));
    }

    @Test
    void an_instrument_is_in_force_on_the_day_of_its_making_at_the_earliest() {
        Specification approved = parliament().given(approvedByBoth()).on(MADE_ON);
        approved.when(new MakeInstrument(ORDER, NUMBER, MADE_ON.minusDays(1)))
                .thenRefused(new InvalidPeriod(MADE_ON));
        approved.when(new MakeInstrument(ORDER, NUMBER, MADE_ON))
                .thenAccepted(InstrumentMade.class);
    }

    @Test
    void an_instrument_is_made_once() {
        Specification made = parliament().given(approvedByBoth()).given(made());
        made.when(make()).thenUnchanged();
        made.when(new MakeInstrument(ORDER, new SiNumber("2014/9999"), IN_FORCE_ON))
                .thenRefused(new AlreadyDecided(ORDER));
        made.given(revoked(IN_FORCE_ON)).on(MADE_ON).when(make()).thenUnchanged();
    }

    @Test
    void an_instrument_that_was_made_is_revoked_once() {
        LocalDate end = MADE_ON.plusYears(1);
        parliament()
                .given(approvedByBoth())
                .when(new RevokeInstrument(ORDER, null, end))
                .thenNotFound();
        Specification made = parliament().given(approvedByBoth()).given(made());
        made.on(MADE_ON.plusDays(1))
                .when(new RevokeInstrument(ORDER, null, end))
                .thenAccepted(revoked(end));
        made.when(new RevokeInstrument(ORDER, null, MADE_ON))
                .thenRefused(new InvalidPeriod(MADE_ON.plusDays(1)));
        made.on(MADE_ON.minusDays(1))
                .when(new RevokeInstrument(ORDER, null, end))
                .thenRefused(new InvalidPeriod(MADE_ON));
        made.on(MADE_ON.plusDays(2)).given(revoked(end));
        made.when(new RevokeInstrument(ORDER, null, end)).thenUnchanged();
        made.when(new RevokeInstrument(ORDER, null, end.plusDays(1)))
                .thenRefused(new AlreadyDecided(ORDER));
    }

    @Test
    void what_parliament_does_is_recorded_once_it_is_done() {
        parliament()
                .on(LocalDate.of(2026, 1, 2))
                .when(lay("An order to come"))
                .thenRefused(new EffectiveDateInFuture(LocalDate.of(2026, 1, 1)));
    }
}
