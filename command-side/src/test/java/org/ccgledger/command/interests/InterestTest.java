package org.ccgledger.command.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.GO_LIVE;
import static org.ccgledger.command.directions.Directed.NEIGHBOUR;
import static org.ccgledger.command.interests.Declared.*;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.boundaries.Declarations;
import org.ccgledger.command.decision.CommonRefusal.AuthorityNotCited;
import org.ccgledger.command.decision.CommonRefusal.EffectiveDateInFuture;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.KnownReads;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.directions.Directed;
import org.ccgledger.command.interests.InterestCommand.*;
import org.ccgledger.command.interests.InterestRefusal.*;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.Role;
import org.ccgledger.events.interestregisters.InterestRegisterEvent.GuardianAppointed;
import org.ccgledger.events.interests.CarriedInterest;
import org.ccgledger.events.interests.DeclarantClass;
import org.ccgledger.events.interests.InterestEvent.*;
import org.ccgledger.events.interests.InterestEvent.InterestsCarriedForward;
import org.ccgledger.events.interests.InterestTerms;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.Settlement;
import org.ccgledger.events.successions.SuccessionEvent.CCGDissolved;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InterestTest {

    private static Specification thurrock() {
        return Specification.of(InterestDecider.DECIDER)
                .given(established(), admitted(THURROCK))
                .by(GP.value(), Role.DECLARANT, GROUP)
                .on(DECLARED_ON);
    }

    private static DeclareInterest declare(InterestTerms terms, LocalDate awareOn) {
        return new DeclareInterest(
                SHARES,
                GP,
                THURROCK,
                null,
                DeclarantClass.MEMBER,
                SURGERY,
                null,
                terms,
                awareOn,
                true,
                null);
    }

    private static DeclareInterest declare() {
        return declare(terms(GO_LIVE, null), GO_LIVE);
    }

    private static DeclareNilInterests nil(DeclarantClass declarant) {
        return new DeclareNilInterests(GP, THURROCK, null, declarant, null, null);
    }

    private static EndInterest end(LocalDate until) {
        return new EndInterest(SHARES, GP, THURROCK, until);
    }

    private static AmendInterest amend(InterestTerms terms) {
        return new AmendInterest(SHARES, GP, THURROCK, terms);
    }

    private static ConfirmInterest confirm() {
        return new ConfirmInterest(SHARES, GP, THURROCK, text("Leaves the room"));
    }

    @Test
    void a_member_declares_within_28_days() {
        thurrock().when(declare()).thenAccepted(declared());
        thurrock().on(GO_LIVE.plusDays(28)).when(declare()).thenAccepted(InterestDeclared.class);
    }

    @Tag("I4")
    @Test
    void a_late_declaration_is_accepted_and_the_delay_recorded() {
        LocalDate late = GO_LIVE.plusDays(29);
        InterestDeclared declared = declared();
        thurrock()
                .on(late)
                .when(declare())
                .thenAccepted(
                        new InterestDeclared(
                                declared.interest(),
                                declared.person(),
                                declared.ccg(),
                                declared.name(),
                                declared.declarant(),
                                declared.practice(),
                                declared.decisionMaking(),
                                declared.terms(),
                                declared.awareOn(),
                                declared.consentToPublish(),
                                declared.objection(),
                                late),
                        new InterestDeclaredLate(
                                SHARES, GP, THURROCK, GO_LIVE, GO_LIVE.plusDays(28), late));
    }

    @Tag("I9")
    @Test
    void nil_is_a_declaration_and_an_employee_decides_only_if_it_is_said() {
        thurrock()
                .when(nil(DeclarantClass.EMPLOYEE))
                .thenAccepted(
                        new NilInterestsDeclared(
                                GP,
                                THURROCK,
                                null,
                                DeclarantClass.EMPLOYEE,
                                null,
                                false,
                                DECLARED_ON));
        thurrock()
                .when(nil(DeclarantClass.GOVERNING_BODY_MEMBER))
                .thenAccepted(
                        new NilInterestsDeclared(
                                GP,
                                THURROCK,
                                null,
                                DeclarantClass.GOVERNING_BODY_MEMBER,
                                null,
                                true,
                                DECLARED_ON));
    }

    @Test
    void a_group_that_is_not_established_keeps_no_register() {
        Specification.of(InterestDecider.DECIDER)
                .by(GP.value(), Role.DECLARANT, GROUP)
                .on(DECLARED_ON)
                .when(nil(DeclarantClass.EMPLOYEE))
                .thenRefused(new DeclarantNotInScope(THURROCK, OutOfScope.GROUP_NOT_ESTABLISHED));
    }

    @Test
    void a_member_declares_for_a_practice_that_is_the_groups_on_that_day() {
        DeclarantNotInScope refusal =
                new DeclarantNotInScope(THURROCK, OutOfScope.PRACTICE_NOT_A_MEMBER);
        thurrock().on(GO_LIVE.minusDays(1)).when(declare()).thenRefused(refusal);
        Specification.of(InterestDecider.DECIDER)
                .given(established(), Directed.established(NEIGHBOUR), admitted(NEIGHBOUR))
                .by(GP.value(), Role.DECLARANT, GROUP)
                .on(DECLARED_ON)
                .when(declare())
                .thenRefused(refusal);
    }

    @Test
    void a_declarant_speaks_for_nobody_else_and_the_governance_lead_enters_paper() {
        DeclarantNotInScope refusal =
                new DeclarantNotInScope(THURROCK, OutOfScope.DECLARES_FOR_ANOTHER);
        Specification another = thurrock().given(declared()).by("another", Role.DECLARANT, GROUP);
        another.when(nil(DeclarantClass.MEMBER)).thenRefused(refusal);
        another.when(amend(terms(GO_LIVE, null))).thenRefused(refusal);
        another.when(end(DECLARED_ON)).thenRefused(refusal);
        thurrock().by(Role.CCG_GOVERNANCE_LEAD, GROUP).when(declare()).thenAccepted(declared());
    }

    @Test
    void an_indirect_interest_says_in_which_relationship() {
        thurrock()
                .when(declare(indirect(null), GO_LIVE))
                .thenRefused(new RelationshipRequired(SHARES));
        thurrock()
                .given(declared())
                .when(amend(indirect(null)))
                .thenRefused(new RelationshipRequired(SHARES));
        thurrock()
                .when(declare(indirect(text("Spouse")), GO_LIVE))
                .thenAccepted(InterestDeclared.class);
    }

    @Test
    void an_interest_has_begun_and_does_not_end_before_it_begins() {
        LocalDate tomorrow = DECLARED_ON.plusDays(1);
        thurrock()
                .when(declare(terms(tomorrow, null), GO_LIVE))
                .thenRefused(new InvalidPeriod(tomorrow, null, DECLARED_ON));
        thurrock()
                .when(declare(terms(GO_LIVE, GO_LIVE.minusDays(1)), GO_LIVE))
                .thenRefused(new InvalidPeriod(GO_LIVE, GO_LIVE.minusDays(1), DECLARED_ON));
        thurrock()
                .when(declare(terms(GO_LIVE, null), tomorrow))
                .thenRefused(new InvalidPeriod(tomorrow, null, DECLARED_ON));
        thurrock()
                .given(declared())
                .when(end(GO_LIVE.minusDays(1)))
                .thenRefused(new InvalidPeriod(GO_LIVE, GO_LIVE.minusDays(1), DECLARED_ON));
    }

    @Test
    void an_interests_id_stands_for_one_interest_whoever_holds_it() {
        thurrock().given(declared()).when(declare()).thenRefused(new CodeInUse(SHARES));
        InterestDeclared anothers = declared(GUARDIAN, SHARES, terms(GO_LIVE, null), true);
        thurrock().given(anothers).when(declare()).thenRefused(new CodeInUse(SHARES));
    }

    @Test
    void a_live_interest_is_amended_ended_and_confirmed() {
        InterestTerms less = terms(GO_LIVE.minusDays(30), null);
        thurrock()
                .given(declared())
                .when(amend(less))
                .thenAccepted(new InterestAmended(SHARES, GP, THURROCK, less, DECLARED_ON));
        thurrock()
                .given(declared())
                .when(end(DECLARED_ON))
                .thenAccepted(new InterestEnded(SHARES, GP, THURROCK, DECLARED_ON, DECLARED_ON));
        thurrock()
                .given(declared())
                .by(GUARDIAN.value(), Role.CONFLICTS_GUARDIAN, GROUP)
                .when(confirm())
                .thenAccepted(
                        new InterestConfirmed(
                                SHARES, GP, THURROCK, text("Leaves the room"), DECLARED_ON));
    }

    @Test
    void an_interest_that_has_ended_is_not_live_from_the_day_after() {
        InterestEnded ended = new InterestEnded(SHARES, GP, THURROCK, DECLARED_ON, DECLARED_ON);
        Specification over = thurrock().given(declared(), ended).on(DECLARED_ON.plusDays(1));
        InterestNotLive refusal = new InterestNotLive(SHARES, DECLARED_ON);
        over.when(amend(terms(GO_LIVE, null))).thenRefused(refusal);
        over.when(end(GO_LIVE)).thenRefused(refusal);
        over.when(end(DECLARED_ON)).thenUnchanged();
        over.by(Role.CCG_GOVERNANCE_LEAD, GROUP).when(confirm()).thenRefused(refusal);
        thurrock()
                .given(declared(), ended)
                .when(amend(terms(GO_LIVE, null)))
                .thenAccepted(InterestAmended.class);
    }

    @Test
    void nobody_confirms_their_own_interest() {
        thurrock()
                .given(declared())
                .by(GP.value(), Role.CONFLICTS_GUARDIAN, GROUP)
                .when(confirm())
                .thenRefused(new SelfApproval(GP));
    }

    private static WithholdFromPublication withhold() {
        return new WithholdFromPublication(SHARES, GP, THURROCK);
    }

    private static GuardianAppointed guardian(PersonId person) {
        return new GuardianAppointed(THURROCK, person, null, GO_LIVE);
    }

    @Test
    void the_guardian_withholds_from_publication_with_reasons() {
        Specification guarded =
                thurrock()
                        .given(declared(), guardian(GUARDIAN))
                        .by(GUARDIAN.value(), Role.CONFLICTS_GUARDIAN, GROUP);
        guarded.when(withhold())
                .thenAccepted(new PublicationWithheld(SHARES, GP, THURROCK, DECLARED_ON));
        guarded.given(new PublicationWithheld(SHARES, GP, THURROCK, DECLARED_ON))
                .when(withhold())
                .thenUnchanged();
        guarded.withoutReasons().when(withhold()).thenRefused(new ReasonsRequired());
    }

    @Test
    void nobody_but_the_groups_guardian_withholds() {
        WithholdingNotApproved refusal = new WithholdingNotApproved(SHARES);
        Specification guarded = thurrock().given(declared(), guardian(GUARDIAN));
        guarded.by(GUARDIAN.value(), Role.CCG_GOVERNANCE_LEAD, GROUP)
                .when(withhold())
                .thenRefused(refusal);
        guarded.by("another", Role.CONFLICTS_GUARDIAN, GROUP).when(withhold()).thenRefused(refusal);
        thurrock()
                .given(declared())
                .by(GUARDIAN.value(), Role.CONFLICTS_GUARDIAN, GROUP)
                .when(withhold())
                .thenRefused(refusal);
    }

    @Test
    void a_guardian_withholds_nothing_of_their_own() {
        thurrock()
                .given(declared(), guardian(GP))
                .by(GP.value(), Role.CONFLICTS_GUARDIAN, GROUP)
                .when(withhold())
                .thenRefused(new SelfApproval(GP));
    }

    @Test
    void what_was_not_declared_is_not_found() {
        thurrock().when(amend(terms(GO_LIVE, null))).thenNotFound();
        thurrock().when(end(DECLARED_ON)).thenNotFound();
        thurrock().when(confirm()).thenNotFound();
        thurrock().when(withhold()).thenNotFound();
    }

    @Test
    void declarations_are_facts_and_confirmations_are_decisions() {
        LocalDate ahead = LocalDate.of(2026, 1, 2);
        thurrock()
                .on(ahead)
                .withoutAuthority()
                .when(declare())
                .thenRefused(new EffectiveDateInFuture(LocalDate.of(2026, 1, 1)));
        thurrock()
                .given(declared())
                .by(Role.CCG_GOVERNANCE_LEAD, GROUP)
                .withoutAuthority()
                .when(confirm())
                .thenRefused(new AuthorityNotCited());
    }

    @Test
    void personal_text_is_the_declarants_and_an_organisation_is_named() {
        PersonalText anothers = new PersonalText(new PersonId(GUARDIAN.value()), "Name");
        InterestTerms nowhere =
                new InterestTerms(
                        terms(GO_LIVE, null).category(),
                        false,
                        null,
                        null,
                        null,
                        anothers,
                        GO_LIVE,
                        null,
                        null);
        assertThat(declare(nowhere, GO_LIVE).fieldErrors())
                .extracting(error -> error.pointer())
                .containsExactly("/terms/nature/subject", "/terms/organisation");
        assertThat(
                        new DeclareNilInterests(
                                        GP, THURROCK, anothers, DeclarantClass.MEMBER, null, null)
                                .fieldErrors())
                .hasSize(1);
        assertThat(declare().fieldErrors()).isEmpty();
        assertThat(declare().senders()).containsExactly(BodyRef.ccg(THURROCK));
    }

    private static Specification ceased() {
        return thurrock()
                .given(declared())
                .given(
                        new CCGDissolved(
                                THURROCK,
                                List.of(NEIGHBOUR),
                                List.of(
                                        new Settlement(
                                                THURROCK,
                                                MatterKind.DECLARATIONS,
                                                GP.value(),
                                                BodyRef.ccg(NEIGHBOUR))),
                                DECLARED_ON.plusYears(1)))
                .by(Role.SYSTEM, Actor.SYSTEM.body())
                .on(DECLARED_ON.plusYears(1));
    }

    private static InterestsCarriedForward carried() {
        return new InterestsCarriedForward(
                GP,
                NEIGHBOUR,
                THURROCK,
                List.of(new CarriedInterest(SHARES, GO_LIVE, null, false)),
                DECLARED_ON.plusYears(1).plusDays(28),
                DECLARED_ON.plusYears(1));
    }

    @Test
    void what_is_live_goes_on_as_declared_to_the_group_that_takes_the_place() {
        CarryInterestsForward carry = new CarryInterestsForward(GP, NEIGHBOUR, THURROCK);
        ceased().when(carry).thenAccepted(carried());
        ceased().given(carried()).when(carry).thenUnchanged();
        thurrock()
                .given(declared())
                .by(Role.SYSTEM, Actor.SYSTEM.body())
                .when(carry)
                .thenUnchanged();
    }

    @Test
    void it_stands_in_the_registers_of_the_one_before_and_of_the_other_after() {
        KnownReads reads = new KnownReads(List.of(declared(), carried()));
        LocalDate on = DECLARED_ON.plusYears(1);
        assertThat(inRegister(THURROCK, on.minusDays(1), reads)).containsExactly(SHARES);
        assertThat(inRegister(THURROCK, on, reads)).isEmpty();
        assertThat(inRegister(NEIGHBOUR, on.minusDays(1), reads)).isEmpty();
        assertThat(inRegister(NEIGHBOUR, on, reads)).containsExactly(SHARES);
    }

    private static List<InterestId> inRegister(CcgCode ccg, LocalDate on, KnownReads reads) {
        return Declarations.of(org.ccgledger.events.Tag.ccg(ccg), on, reads).interests().stream()
                .map(Declarations.Declared::interest)
                .toList();
    }

    @Test
    void the_person_ends_it_at_the_group_to_which_it_went() {
        ceased().given(carried())
                .by(GP.value(), Role.DECLARANT, BodyRef.ccg(NEIGHBOUR))
                .when(new EndInterest(SHARES, GP, NEIGHBOUR, DECLARED_ON.plusYears(1)))
                .thenAccepted(InterestEnded.class);
    }
}
