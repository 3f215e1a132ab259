package org.ccgledger.command.interestregisters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.GO_LIVE;
import static org.ccgledger.command.interests.Declared.*;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.interestregisters.InterestRegisterCommand.*;
import org.ccgledger.command.interestregisters.InterestRegisterRefusal.*;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.Role;
import org.ccgledger.events.interestregisters.InterestRegisterEvent.*;
import org.ccgledger.events.interestregisters.RegisterKind;
import org.ccgledger.events.interests.DeclarantClass;
import org.ccgledger.events.interests.InterestEvent.*;
import org.ccgledger.ledger.Digests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InterestRegisterTest {

    private static final LocalDate YEAR_END = LocalDate.of(2014, 3, 31);
    private static final LocalDate PUBLISHED_ON = YEAR_END.plusDays(10);
    private static final PersonId LAY = new PersonId("d90b6c3a-71e4-4f08-b25d-48c1e7f3a906");
    private static final LocalDate GUIDANCE_OF_2016 = LocalDate.of(2016, 6, 28);

    private static Specification thurrock() {
        return Specification.of(InterestRegisterDecider.DECIDER)
                .given(established())
                .by(Role.CCG_GOVERNANCE_LEAD, GROUP)
                .on(PUBLISHED_ON);
    }

    private static AppointGuardian appoint(boolean chairsAudit) {
        return new AppointGuardian(THURROCK, GUARDIAN, null, chairsAudit);
    }

    private static ConfirmRegister confirm(LocalDate until, PersonId... chased) {
        return new ConfirmRegister(THURROCK, new Period(GO_LIVE, until), List.of(chased));
    }

    private static PublishRegister publish(LocalDate asAt) {
        return new PublishRegister(THURROCK, RegisterKind.INTERESTS, asAt);
    }

    private static NilInterestsDeclared nil(PersonId person, LocalDate on) {
        return new NilInterestsDeclared(
                person, THURROCK, null, DeclarantClass.GOVERNING_BODY_MEMBER, null, true, on);
    }

    private static InterestConfirmed confirmed(LocalDate on) {
        return new InterestConfirmed(SHARES, GP, THURROCK, null, on);
    }

    private static RegisterConfirmed register(int declarants, PersonId... chased) {
        return new RegisterConfirmed(
                THURROCK, new Period(GO_LIVE, YEAR_END), declarants, List.of(chased), PUBLISHED_ON);
    }

    private static RegisterPublished published(LocalDate asAt, String... lines) {
        return new RegisterPublished(
                THURROCK,
                RegisterKind.INTERESTS,
                asAt,
                lines.length,
                HexFormat.of()
                        .formatHex(
                                Digests.sha256(
                                        String.join("", List.of(lines))
                                                .getBytes(StandardCharsets.UTF_8))),
                PUBLISHED_ON);
    }

    private static final String SHARES_LINE =
            """
            {"withheld":false,"interest":"3c1f7a90-55d2-4e1b-8b64-0a9d7e2c4f18",\
            "person":"0e2d1f64-5a8b-4c55-9f20-7a3d1c9e8b42","declarant":"MEMBER",\
            "practice":"F81001","category":"FINANCIAL","indirect":false,\
            "organisation":"PROVIDER/NQ101","from":"2013-04-01"}
            """;
    private static final String NIL_LINE =
            """
            {"withheld":false,"person":"d90b6c3a-71e4-4f08-b25d-48c1e7f3a906",\
            "declarant":"GOVERNING_BODY_MEMBER"}
            """;
    private static final String WITHHELD_LINE = "{\"withheld\":true}\n";

    @Test
    void from_june_2016_the_chair_of_the_audit_committee_is_the_guardian() {
        thurrock()
                .on(GUIDANCE_OF_2016.minusDays(1))
                .when(appoint(false))
                .thenAccepted(
                        new GuardianAppointed(
                                THURROCK, GUARDIAN, null, GUIDANCE_OF_2016.minusDays(1)));
        thurrock()
                .on(GUIDANCE_OF_2016)
                .when(appoint(false))
                .thenRefused(new AppointeeDisqualified(GUARDIAN));
        thurrock()
                .on(GUIDANCE_OF_2016)
                .when(appoint(true))
                .thenAccepted(new GuardianAppointed(THURROCK, GUARDIAN, null, GUIDANCE_OF_2016));
    }

    @Test
    void who_is_the_guardian_is_not_appointed_again() {
        GuardianAppointed appointed = new GuardianAppointed(THURROCK, GUARDIAN, null, GO_LIVE);
        thurrock().given(appointed).when(appoint(true)).thenUnchanged();
        thurrock()
                .given(appointed, new GuardianAppointed(THURROCK, LAY, null, YEAR_END))
                .when(appoint(true))
                .thenAccepted(GuardianAppointed.class);
        assertThat(
                        new AppointGuardian(THURROCK, LAY, new PersonalText(GP, "Name"), true)
                                .fieldErrors())
                .hasSize(1);
    }

    @Test
    void a_register_is_confirmed_when_all_have_answered_or_been_chased() {
        List<CcgEvent> declared =
                List.of(declared(), confirmed(DECLARED_ON), nil(LAY, GO_LIVE.minusDays(1)));
        thurrock()
                .given(declared)
                .when(confirm(YEAR_END))
                .thenRefused(new RegisterIncomplete(Set.of(LAY)));
        thurrock().given(declared).when(confirm(YEAR_END, LAY, GP)).thenAccepted(register(2, LAY));
        thurrock()
                .given(declared)
                .given(nil(LAY, YEAR_END))
                .when(confirm(YEAR_END))
                .thenAccepted(register(2));
    }

    @Test
    void a_live_interest_is_confirmed_within_the_period() {
        RegisterIncomplete refusal = new RegisterIncomplete(Set.of(GP));
        thurrock().given(declared()).when(confirm(YEAR_END)).thenRefused(refusal);
        thurrock()
                .given(declared(), confirmed(YEAR_END.plusDays(1)))
                .when(confirm(YEAR_END))
                .thenRefused(refusal);
        thurrock()
                .given(
                        declared(),
                        confirmed(DECLARED_ON),
                        new InterestAmended(SHARES, GP, THURROCK, terms(GO_LIVE, null), YEAR_END))
                .when(confirm(YEAR_END))
                .thenRefused(refusal);
        thurrock()
                .given(
                        declared(),
                        new InterestEnded(SHARES, GP, THURROCK, YEAR_END.minusDays(1), YEAR_END))
                .when(confirm(YEAR_END))
                .thenAccepted(register(1));
    }

    @Test
    void a_register_is_not_confirmed_over_a_period_or_published_as_at_a_day_to_come() {
        LocalDate tomorrow = PUBLISHED_ON.plusDays(1);
        InvalidPeriod refusal = new InvalidPeriod(tomorrow, PUBLISHED_ON);
        thurrock().when(confirm(tomorrow)).thenRefused(refusal);
        thurrock().when(publish(tomorrow)).thenRefused(refusal);
        thurrock()
                .when(confirm(GO_LIVE.minusDays(1)))
                .thenRefused(new InvalidPeriod(GO_LIVE.minusDays(1), PUBLISHED_ON));
        assertThat(new ConfirmRegister(THURROCK, Period.from(GO_LIVE), List.of()).fieldErrors())
                .hasSize(1);
    }

    @Tag("I10")
    @Test
    void an_edition_commits_to_its_rows_as_at_any_day() {
        Specification declared = thurrock().given(declared(), nil(LAY, YEAR_END));
        declared.when(publish(DECLARED_ON)).thenAccepted(published(DECLARED_ON, SHARES_LINE));
        declared.when(publish(YEAR_END)).thenAccepted(published(YEAR_END, SHARES_LINE, NIL_LINE));
        thurrock().when(publish(YEAR_END)).thenAccepted(published(YEAR_END));
    }

    @Tag("I6")
    @Test
    void what_ended_stays_in_editions_for_six_months() {
        LocalDate lastDay = LocalDate.of(2013, 9, 30);
        Specification ended =
                thurrock()
                        .given(
                                declared(),
                                new InterestEnded(SHARES, GP, THURROCK, lastDay, lastDay));
        String line = SHARES_LINE.replace("}", ",\"until\":\"2013-09-30\"}");
        ended.when(publish(LocalDate.of(2014, 3, 30)))
                .thenAccepted(published(LocalDate.of(2014, 3, 30), line));
        ended.when(publish(YEAR_END)).thenAccepted(published(YEAR_END));
    }

    @Test
    void an_edition_says_that_something_is_withheld_whenever_that_was_decided() {
        thurrock()
                .given(
                        declared(GP, SHARES, terms(GO_LIVE, null), false),
                        new PublicationWithheld(SHARES, GP, THURROCK, PUBLISHED_ON))
                .when(publish(YEAR_END))
                .thenAccepted(published(YEAR_END, WITHHELD_LINE));
    }

    @Test
    void what_a_declarant_objects_to_awaits_a_decision() {
        InterestDeclared objected = declared(GP, SHARES, terms(GO_LIVE, null), false);
        thurrock()
                .given(objected)
                .when(publish(YEAR_END))
                .thenRefused(new WithholdingNotApproved(Set.of(SHARES)));
        thurrock()
                .given(objected, confirmed(PUBLISHED_ON))
                .when(publish(YEAR_END))
                .thenAccepted(published(YEAR_END, SHARES_LINE));
    }

    @Test
    void from_16_june_2017_an_edition_shows_of_the_employees_those_who_decide() {
        LocalDate revised = LocalDate.of(2017, 6, 16);
        Specification employee =
                Specification.of(InterestRegisterDecider.DECIDER)
                        .given(
                                established(),
                                new NilInterestsDeclared(
                                        LAY,
                                        THURROCK,
                                        null,
                                        DeclarantClass.EMPLOYEE,
                                        null,
                                        false,
                                        DECLARED_ON))
                        .by(Role.CCG_GOVERNANCE_LEAD, GROUP)
                        .on(revised);
        assertThat(rows(employee.when(publish(revised.minusDays(1))))).isEqualTo(1);
        assertThat(rows(employee.when(publish(revised)))).isZero();
    }

    private static int rows(Specification.Decided decided) {
        return ((RegisterPublished) ((Decision.Accepted) decided.decision()).events().getFirst())
                .rows();
    }

    @Test
    void a_group_that_is_not_established_has_no_register() {
        Specification nobody =
                Specification.of(InterestRegisterDecider.DECIDER)
                        .by(Role.CCG_GOVERNANCE_LEAD, GROUP)
                        .on(PUBLISHED_ON);
        nobody.when(publish(YEAR_END)).thenNotFound();
        nobody.when(confirm(YEAR_END)).thenNotFound();
        nobody.when(appoint(true)).thenNotFound();
    }
}
