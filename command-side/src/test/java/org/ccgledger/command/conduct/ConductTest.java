package org.ccgledger.command.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.GO_LIVE;
import static org.ccgledger.command.interests.Declared.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ccgledger.command.conduct.ConductCommand.*;
import org.ccgledger.command.conduct.ConductRefusal.*;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.BreachId;
import org.ccgledger.events.GiftId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.Role;
import org.ccgledger.events.conduct.ConductEvent.*;
import org.ccgledger.events.conduct.GiftKind;
import org.ccgledger.events.conduct.TrainingModule;
import org.ccgledger.events.interests.DeclarantClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConductTest {

    private static final GiftId HAMPER = new GiftId("8b2f4d61-3e7a-4c95-a0d8-5f16c9b7e302");
    private static final BreachId BREACH = new BreachId("f3a96c08-d215-4b7e-9c4f-20e8b1d7a653");
    private static final BodyRef SUPPLIER = new BodyRef("PROVIDER/NQ101");
    private static final LocalDate REVISED = LocalDate.of(2017, 6, 16);
    private static final LocalDate ON = LocalDate.of(2017, 12, 1);

    private static Specification thurrock() {
        return Specification.of(ConductDecider.DECIDER)
                .given(established())
                .by(GP.value(), Role.DECLARANT, GROUP)
                .on(ON);
    }

    private static Specification guardian() {
        return thurrock().by(GUARDIAN.value(), Role.CONFLICTS_GUARDIAN, GROUP);
    }

    private static DeclareGiftOrHospitality gift(
            GiftKind kind, String value, LocalDate offeredOn, @Nullable PersonId approver) {
        return new DeclareGiftOrHospitality(
                HAMPER,
                GP,
                THURROCK,
                null,
                DeclarantClass.MEMBER,
                kind,
                SUPPLIER,
                null,
                text("A hamper"),
                new BigDecimal(value),
                offeredOn,
                null,
                true,
                approver);
    }

    private static GiftDeclared declared(String value) {
        return new GiftDeclared(
                HAMPER,
                GP,
                THURROCK,
                null,
                DeclarantClass.MEMBER,
                GiftKind.GIFT,
                SUPPLIER,
                null,
                text("A hamper"),
                new BigDecimal(value),
                REVISED,
                null,
                true,
                null,
                ON);
    }

    private static void needsApproval(
            GiftKind kind, String within, String limit, String beyond, LocalDate offeredOn) {
        thurrock().when(gift(kind, within, offeredOn, null)).thenAccepted(GiftDeclared.class);
        thurrock()
                .when(gift(kind, beyond, offeredOn, null))
                .thenRefused(new ApprovalRequired(new BigDecimal(beyond), new BigDecimal(limit)));
        thurrock().when(gift(kind, beyond, offeredOn, GUARDIAN)).thenAccepted(GiftDeclared.class);
    }

    private static BreachReported reported() {
        return new BreachReported(BREACH, THURROCK, GP, text("Did not say"), SHARES, ON);
    }

    private static CloseBreach close(@Nullable String summary) {
        return new CloseBreach(BREACH, THURROCK, GP, text("Forgot it"), summary);
    }

    private static BreachClosed closed() {
        return new BreachClosed(BREACH, THURROCK, GP, text("Forgot it"), ON);
    }

    @Test
    void what_is_offered_is_declared() {
        thurrock().when(gift(GiftKind.GIFT, "50", REVISED, null)).thenAccepted(declared("50"));
    }

    @Test
    void from_16_june_2017_the_limits_are_6_50_and_75_pounds() {
        needsApproval(GiftKind.SUPPLIER_GIFT, "6", "6", "6.01", REVISED);
        needsApproval(GiftKind.GIFT, "50.00", "50", "50.01", REVISED);
        needsApproval(GiftKind.HOSPITALITY, "75", "75", "76", REVISED);
    }

    @Test
    void before_the_limit_of_a_gift_is_10_pounds() {
        LocalDate before = REVISED.minusDays(1);
        needsApproval(GiftKind.GIFT, "10", "10", "10.01", before);
        needsApproval(GiftKind.SUPPLIER_GIFT, "10", "10", "11", before);
        thurrock()
                .when(gift(GiftKind.HOSPITALITY, "76", before, null))
                .thenAccepted(GiftDeclared.class);
    }

    @Test
    void what_is_declined_needs_no_approval() {
        DeclareGiftOrHospitality dear = gift(GiftKind.GIFT, "500", REVISED, null);
        thurrock()
                .when(
                        new DeclareGiftOrHospitality(
                                dear.gift(),
                                dear.person(),
                                dear.ccg(),
                                dear.name(),
                                dear.declarant(),
                                dear.kind(),
                                dear.offeror(),
                                dear.offerorName(),
                                dear.description(),
                                dear.value(),
                                dear.offeredOn(),
                                dear.receivedOn(),
                                false,
                                null))
                .thenAccepted(GiftDeclared.class);
    }

    @Test
    void nobody_approves_what_they_are_offered() {
        thurrock().when(gift(GiftKind.GIFT, "51", REVISED, GP)).thenRefused(new SelfApproval(GP));
    }

    @Test
    void an_offer_is_declared_for_oneself_once_after_it_was_made() {
        DeclareGiftOrHospitality gift = gift(GiftKind.GIFT, "5", REVISED, null);
        DeclarantNotInScope outside = new DeclarantNotInScope(THURROCK);
        thurrock().by("another", Role.DECLARANT, GROUP).when(gift).thenRefused(outside);
        thurrock().on(LocalDate.of(2012, 1, 1)).when(gift).thenRefused(outside);
        thurrock()
                .when(gift(GiftKind.GIFT, "5", ON.plusDays(1), null))
                .thenRefused(new InvalidPeriod(ON.plusDays(1), ON));
        thurrock().given(declared("5")).when(gift).thenRefused(new CodeInUse(HAMPER));
    }

    @Test
    void a_breach_is_reported_by_anybody_once() {
        ReportBreach report = new ReportBreach(BREACH, THURROCK, GP, text("Did not say"), SHARES);
        guardian().when(report).thenAccepted(reported());
        guardian().given(reported()).when(report).thenRefused(new CodeInUse(BREACH));
        Specification.of(ConductDecider.DECIDER).on(ON).when(report).thenNotFound();
    }

    @Test
    void the_guardian_closes_a_breach_and_tells_the_public_what_names_nobody() {
        guardian().given(reported()).when(close(null)).thenAccepted(closed());
        guardian()
                .given(reported())
                .when(close("An interest was not declared."))
                .thenAccepted(
                        closed(),
                        new BreachPublished(BREACH, THURROCK, "An interest was not declared.", ON));
    }

    @Test
    void a_breach_is_closed_once_and_not_by_the_person_concerned() {
        guardian()
                .given(reported(), closed())
                .when(close(null))
                .thenRefused(new AlreadyDecided(BREACH, ON));
        thurrock()
                .given(reported())
                .by(GP.value(), Role.CONFLICTS_GUARDIAN, GROUP)
                .when(close(null))
                .thenRefused(new SelfApproval(GP));
        guardian().when(close(null)).thenNotFound();
    }

    @Test
    void training_is_recorded_when_it_is_completed() {
        RecordTraining training = new RecordTraining(GP, THURROCK, TrainingModule.MODULE_1, ON);
        TrainingRecorded recorded =
                new TrainingRecorded(GP, THURROCK, TrainingModule.MODULE_1, ON, ON);
        Specification lead = thurrock().by(Role.CCG_GOVERNANCE_LEAD, GROUP);
        lead.when(training).thenAccepted(recorded);
        lead.when(new RecordTraining(GP, THURROCK, TrainingModule.MODULE_1, ON.plusDays(1)))
                .thenRefused(new InvalidPeriod(ON.plusDays(1), ON));
        lead.given(recorded).when(training).thenUnchanged();
        Specification.of(ConductDecider.DECIDER).on(GO_LIVE).when(training).thenNotFound();
    }

    @Test
    void personal_text_is_about_the_person_named_and_a_value_is_not_negative() {
        PersonalText anothers = new PersonalText(GUARDIAN, "Text");
        assertThat(new ReportBreach(BREACH, THURROCK, GP, anothers, null).fieldErrors()).hasSize(1);
        assertThat(new CloseBreach(BREACH, THURROCK, GP, anothers, null).fieldErrors()).hasSize(1);
        assertThat(gift(GiftKind.GIFT, "-1", REVISED, null).fieldErrors()).hasSize(1);
    }
}
