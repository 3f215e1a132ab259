package org.ccgledger.command.authorisation;

import static org.ccgledger.command.authorisation.Applications.DECIDED_ON;
import static org.ccgledger.command.authorisation.Applications.FIRST;
import static org.ccgledger.command.authorisation.Applications.NAME;
import static org.ccgledger.command.authorisation.Applications.OFFICER;
import static org.ccgledger.command.authorisation.Applications.PROPOSED_ON;
import static org.ccgledger.command.authorisation.Applications.SECOND;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.authorisation.Applications.authorised;
import static org.ccgledger.command.authorisation.Applications.proposed;
import static org.ccgledger.command.authorisation.Applications.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.authorisation.AuthorisationCommand.AmendProposedConstitution;
import org.ccgledger.command.authorisation.AuthorisationCommand.AssignToWave;
import org.ccgledger.command.authorisation.AuthorisationCommand.CombineApplications;
import org.ccgledger.command.authorisation.AuthorisationCommand.DeferApplication;
import org.ccgledger.command.authorisation.AuthorisationCommand.JoinApplication;
import org.ccgledger.command.authorisation.AuthorisationCommand.LeaveApplication;
import org.ccgledger.command.authorisation.AuthorisationCommand.ProposeCCG;
import org.ccgledger.command.authorisation.AuthorisationCommand.SubmitApplication;
import org.ccgledger.command.authorisation.AuthorisationCommand.WithdrawApplication;
import org.ccgledger.command.authorisation.AuthorisationRefusal.AgreementMissing;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ApplicationDecided;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ApplicationIncomplete;
import org.ccgledger.command.authorisation.AuthorisationRefusal.AreaOverlaps;
import org.ccgledger.command.authorisation.AuthorisationRefusal.CodeInUse;
import org.ccgledger.command.authorisation.AuthorisationRefusal.InvalidCCGName;
import org.ccgledger.command.authorisation.AuthorisationRefusal.PracticeAlreadyMember;
import org.ccgledger.command.authorisation.AuthorisationRefusal.TooFewApplicants;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.Source;
import org.ccgledger.events.approvals.ApprovalEvent.ApprovalRecorded;
import org.ccgledger.events.approvals.ApprovalSubject;
import org.ccgledger.events.approvals.ApprovedStep;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationLapsed;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationWithdrawn;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationsCombined;
import org.ccgledger.events.authorisation.AuthorisationEvent.AuthorisationRefused;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGProposed;
import org.ccgledger.events.authorisation.AuthorisationEvent.PracticeJoinedApplication;
import org.ccgledger.events.authorisation.AuthorisationEvent.PracticeLeftApplication;
import org.ccgledger.events.authorisation.AuthorisationEvent.ProposedConstitutionAmended;
import org.ccgledger.events.authorisation.AuthorisationOutcome;
import org.ccgledger.events.membership.EndCause;
import org.ccgledger.events.membership.MembershipEvent.PracticeAdmitted;
import org.ccgledger.events.membership.MembershipEvent.PracticeMembershipEnded;
import org.ccgledger.events.registry.RegistryEvent.ReferenceCCGImported;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProposalTest {

    private static final CcgCode OTHER = new CcgCode("99G");
    private static final String OTHER_NAME = "NHS Southend Clinical Commissioning Group";
    private static final AreaCode AREA = new AreaCode("E38000185");
    private static final AreaCode OTHER_AREA = new AreaCode("E38000168");
    private static final PracticeCode THIRD = new PracticeCode("Z00003");
    private static final PracticeCode FOURTH = new PracticeCode("Z00004");
    private static final LocalDate LATER = PROPOSED_ON.plusDays(10);

    private static Specification applicant() {
        return Specification.of(AuthorisationDecider.DECIDER)
                .by(Role.PRACTICE_REPRESENTATIVE, BodyRef.practice(FIRST))
                .on(LATER);
    }

    private static ProposeCCG propose(String name, List<PracticeCode> applicants) {
        return new ProposeCCG(
                THURROCK,
                new OnsCode("E38000185"),
                new AreaTeamCode("Q57"),
                name,
                List.of(AREA),
                applicants,
                DocRef.titled("Constitution"),
                OFFICER);
    }

    private static CCGProposed proposal(
            CcgCode ccg, String name, AreaCode area, LocalDate on, PracticeCode... applicants) {
        return new CCGProposed(
                ccg,
                new OnsCode("E38000168"),
                new AreaTeamCode("Q57"),
                name,
                List.of(area),
                List.of(applicants),
                DocRef.titled("Constitution"),
                OFFICER,
                on);
    }

    private static CCGProposed southend(PracticeCode... applicants) {
        return proposal(OTHER, OTHER_NAME, OTHER_AREA, PROPOSED_ON, applicants);
    }

    private static ApprovalRecorded approval(
            BodyRef body, ApprovedStep step, PracticeCode practice) {
        return new ApprovalRecorded(
                idOf(body),
                body,
                new ApprovalSubject(step, THURROCK, practice),
                DocRef.titled("Minutes"),
                PROPOSED_ON);
    }

    private static ApprovalRecorded approval(BodyRef body, ApprovedStep step) {
        return approval(body, step, DocRef.titled("Minutes"), PROPOSED_ON);
    }

    private static ApprovalRecorded approval(
            BodyRef body, ApprovedStep step, DocRef document, LocalDate on) {
        return new ApprovalRecorded(
                idOf(body), body, new ApprovalSubject(step, THURROCK, null), document, on);
    }

    private static ApprovalId idOf(BodyRef body) {
        return new ApprovalId("by-" + body.code());
    }

    private static List<ApprovalId> allOf(BodyRef... bodies) {
        return List.of(bodies).stream().map(ProposalTest::idOf).toList();
    }

    @Test
    void two_practices_propose_a_group() {
        applicant()
                .on(PROPOSED_ON)
                .when(propose(NAME, List.of(FIRST, SECOND, FIRST)))
                .thenAccepted(proposed().getLast());
    }

    @Test
    void the_same_proposal_is_made_once() {
        applicant().given(proposed()).when(propose(NAME, List.of(FIRST, SECOND))).thenUnchanged();
    }

    @Test
    void one_practice_is_too_few_even_when_named_twice() {
        applicant()
                .when(propose(NAME, List.of(FIRST, FIRST)))
                .thenRefused(new TooFewApplicants(List.of(FIRST)));
    }

    @Test
    void the_name_begins_with_nhs_and_ends_with_clinical_commissioning_group() {
        for (String name : List.of("Thurrock", "NHS Thurrock CCG", NAME + "s", "The " + NAME)) {
            applicant()
                    .when(propose(name, List.of(FIRST, SECOND)))
                    .thenRefused(new InvalidCCGName(name));
        }
    }

    @Test
    void a_proposal_encloses_constitution_officer_and_area() {
        applicant()
                .when(
                        new ProposeCCG(
                                THURROCK,
                                new OnsCode("E38000185"),
                                new AreaTeamCode("Q57"),
                                NAME,
                                null,
                                List.of(FIRST, SECOND),
                                null,
                                null))
                .thenRefused(
                        new ApplicationIncomplete(
                                List.of("constitution", "proposedAccountableOfficer", "area")));
    }

    @Test
    void a_practice_is_in_one_application() {
        applicant()
                .given(southend(SECOND, THIRD))
                .when(propose(NAME, List.of(FIRST, SECOND)))
                .thenRefused(new PracticeAlreadyMember(SECOND, OTHER));
    }

    @Test
    void a_practice_that_is_a_member_of_a_group_does_not_apply_for_another() {
        applicant()
                .given(new PracticeAdmitted(SECOND, OTHER, null, PROPOSED_ON))
                .when(propose(NAME, List.of(FIRST, SECOND)))
                .thenRefused(new PracticeAlreadyMember(SECOND, OTHER));
    }

    @Test
    void a_practice_whose_membership_ended_is_free() {
        applicant()
                .given(
                        southend(SECOND, THIRD),
                        new PracticeAdmitted(SECOND, OTHER, null, PROPOSED_ON),
                        new PracticeMembershipEnded(
                                SECOND, OTHER, EndCause.CONTRACT_ENDED, PROPOSED_ON.plusDays(1)))
                .when(propose(NAME, List.of(FIRST, SECOND)))
                .thenAccepted(CCGProposed.class);
    }

    @Test
    void a_claim_that_is_dated_earlier_than_one_given_up_still_holds() {
        applicant()
                .given(
                        southend(SECOND, THIRD),
                        new ApplicationWithdrawn(OTHER, PROPOSED_ON.plusDays(1)),
                        proposal(
                                new CcgCode("99F"),
                                "NHS Castle Point Clinical Commissioning Group",
                                new AreaCode("E38000030"),
                                PROPOSED_ON.minusDays(9),
                                SECOND,
                                FOURTH))
                .when(propose(NAME, List.of(FIRST, SECOND)))
                .thenRefused(new PracticeAlreadyMember(SECOND, new CcgCode("99F")));
    }

    @Tag("K5")
    @Test
    void areas_do_not_overlap() {
        applicant()
                .given(proposal(OTHER, OTHER_NAME, AREA, PROPOSED_ON, THIRD, FOURTH))
                .when(propose(NAME, List.of(FIRST, SECOND)))
                .thenRefused(new AreaOverlaps(AREA, OTHER));
    }

    @Test
    void practices_and_area_are_free_again_once_an_application_has_ended() {
        for (CcgEvent end :
                List.of(
                        new ApplicationWithdrawn(OTHER, PROPOSED_ON),
                        new ApplicationLapsed(OTHER, PROPOSED_ON),
                        new AuthorisationRefused(OTHER, BodyRef.BOARD, PROPOSED_ON))) {
            applicant()
                    .given(proposal(OTHER, OTHER_NAME, AREA, PROPOSED_ON, FIRST, THIRD), end)
                    .when(propose(NAME, List.of(FIRST, SECOND)))
                    .thenAccepted(CCGProposed.class);
        }
    }

    @Tag("K8")
    @Test
    void a_code_is_used_once_even_after_its_application_has_ended() {
        applicant()
                .given(proposed())
                .given(new ApplicationWithdrawn(THURROCK, PROPOSED_ON))
                .when(propose(NAME, List.of(FIRST, SECOND)))
                .thenRefused(new CodeInUse(THURROCK));
    }

    @Test
    void a_code_that_the_register_reserved_is_for_the_group_of_that_name() {
        applicant()
                .given(imported("NHS Thurrock and District Clinical Commissioning Group"))
                .when(propose(NAME, List.of(FIRST, SECOND)))
                .thenRefused(new CodeInUse(THURROCK));
        applicant()
                .given(imported(NAME))
                .when(propose(NAME, List.of(FIRST, SECOND)))
                .thenAccepted(CCGProposed.class);
    }

    private static ReferenceCCGImported imported(String name) {
        return new ReferenceCCGImported(
                THURROCK,
                new OnsCode("E38000185"),
                name,
                "Essex",
                "Midlands and East",
                new Source(Source.Standing.STATED, "A register", null),
                PROPOSED_ON);
    }

    @Test
    void a_practice_joins_when_the_applicants_and_the_board_agree() {
        BodyRef[] all = {BodyRef.practice(FIRST), BodyRef.practice(SECOND), BodyRef.BOARD};
        List<CcgEvent> agreed = new ArrayList<>(proposed());
        for (BodyRef body : all) {
            agreed.add(approval(body, ApprovedStep.JOIN_APPLICATION, THIRD));
        }
        applicant()
                .given(agreed)
                .when(new JoinApplication(THURROCK, THIRD, allOf(all)))
                .thenAccepted(
                        new PracticeJoinedApplication(
                                THURROCK, THIRD, List.of(FIRST, SECOND, THIRD), LATER));
        applicant()
                .given(agreed)
                .when(new JoinApplication(THURROCK, FOURTH, allOf(all)))
                .thenRefused(new AgreementMissing(Set.of(all)));
        applicant()
                .given(agreed)
                .when(new JoinApplication(THURROCK, THIRD, allOf(BodyRef.practice(FIRST))))
                .thenRefused(new AgreementMissing(Set.of(BodyRef.practice(SECOND), BodyRef.BOARD)));
        applicant()
                .given(agreed)
                .on(PROPOSED_ON.minusDays(1))
                .when(new JoinApplication(THURROCK, THIRD, allOf(all)))
                .thenRefused(new AgreementMissing(Set.of(all)));
    }

    @Test
    void who_joins_is_not_in_another_application_and_joins_once() {
        applicant()
                .given(proposed())
                .given(southend(THIRD, FOURTH))
                .when(new JoinApplication(THURROCK, THIRD, List.of()))
                .thenRefused(new PracticeAlreadyMember(THIRD, OTHER));
        applicant()
                .given(proposed())
                .when(new JoinApplication(THURROCK, FIRST, List.of()))
                .thenUnchanged();
    }

    @Test
    void an_application_lapses_when_fewer_than_two_remain() {
        PracticeLeftApplication left = new PracticeLeftApplication(THURROCK, SECOND, LATER);
        applicant()
                .given(proposed())
                .when(new LeaveApplication(THURROCK, SECOND))
                .thenAccepted(left, new ApplicationLapsed(THURROCK, LATER));
        applicant()
                .given(proposed())
                .given(
                        new PracticeJoinedApplication(
                                THURROCK, THIRD, List.of(FIRST, SECOND, THIRD), PROPOSED_ON))
                .when(new LeaveApplication(THURROCK, SECOND))
                .thenAccepted(left);
        applicant().given(proposed()).when(new LeaveApplication(THURROCK, THIRD)).thenUnchanged();
    }

    @Test
    void the_proposed_constitution_is_amended_with_the_boards_agreement() {
        DocRef amended = DocRef.titled("Constitution, second draft");
        AmendProposedConstitution amend =
                new AmendProposedConstitution(THURROCK, amended, allOf(BodyRef.BOARD));
        applicant()
                .given(proposed())
                .given(
                        approval(
                                BodyRef.BOARD,
                                ApprovedStep.AMEND_CONSTITUTION,
                                amended,
                                PROPOSED_ON))
                .when(amend)
                .thenAccepted(new ProposedConstitutionAmended(THURROCK, amended, LATER));
        applicant()
                .given(proposed())
                .when(amend)
                .thenRefused(new AgreementMissing(Set.of(BodyRef.BOARD)));
        applicant()
                .given(proposed())
                .given(
                        approval(
                                BodyRef.BOARD,
                                ApprovedStep.AMEND_CONSTITUTION,
                                DocRef.titled("Constitution, first draft"),
                                PROPOSED_ON))
                .when(amend)
                .thenRefused(new AgreementMissing(Set.of(BodyRef.BOARD)));
        applicant()
                .given(proposed())
                .given(new ProposedConstitutionAmended(THURROCK, amended, PROPOSED_ON))
                .when(amend)
                .thenUnchanged();
    }

    @Test
    void applications_are_combined_when_all_applicants_agree() {
        BodyRef[] all = {
            BodyRef.practice(FIRST),
            BodyRef.practice(SECOND),
            BodyRef.practice(THIRD),
            BodyRef.practice(FOURTH)
        };
        List<CcgEvent> agreed = new ArrayList<>(proposed());
        agreed.add(southend(THIRD, FOURTH));
        for (BodyRef body : all) {
            agreed.add(approval(body, ApprovedStep.COMBINE_APPLICATIONS));
        }
        applicant()
                .given(agreed)
                .when(new CombineApplications(THURROCK, List.of(OTHER), allOf(all)))
                .thenAccepted(combined(THURROCK, OTHER, LATER));
        applicant()
                .given(agreed)
                .when(new CombineApplications(THURROCK, List.of(OTHER), List.of()))
                .thenRefused(new AgreementMissing(Set.of(all)));
        applicant()
                .given(proposed())
                .when(new CombineApplications(THURROCK, List.of(OTHER), allOf(all)))
                .thenNotFound();
    }

    private static ApplicationsCombined combined(CcgCode into, CcgCode from, LocalDate on) {
        return new ApplicationsCombined(
                into,
                List.of(from),
                List.of(FIRST, SECOND, THIRD, FOURTH),
                List.of(AREA, OTHER_AREA),
                on);
    }

    @Test
    void what_was_combined_goes_on_within_the_other_application() {
        List<CcgEvent> done =
                with(proposed(), southend(THIRD, FOURTH), combined(THURROCK, OTHER, PROPOSED_ON));
        applicant()
                .given(done)
                .when(new CombineApplications(THURROCK, List.of(OTHER), List.of()))
                .thenUnchanged();
        applicant()
                .given(done)
                .when(new WithdrawApplication(OTHER))
                .thenRefused(new ApplicationDecided(PROPOSED_ON));
        applicant()
                .given(done)
                .when(new LeaveApplication(THURROCK, THIRD))
                .thenAccepted(new PracticeLeftApplication(THURROCK, THIRD, LATER));
        CcgCode third = new CcgCode("99F");
        String name = "NHS Castle Point Clinical Commissioning Group";
        applicant()
                .given(done)
                .given(
                        proposal(
                                third,
                                name,
                                new AreaCode("E38000030"),
                                PROPOSED_ON,
                                new PracticeCode("Z00005"),
                                new PracticeCode("Z00006")))
                .when(new CombineApplications(third, List.of(OTHER), List.of()))
                .thenRefused(new ApplicationDecided(PROPOSED_ON));
    }

    @Test
    void what_was_combined_is_held_by_the_other_application_and_free_when_that_ends() {
        List<CcgEvent> done =
                with(
                        List.of(southend(THIRD, FOURTH)),
                        proposal(
                                new CcgCode("99F"),
                                "NHS Castle Point Clinical Commissioning Group",
                                AREA,
                                PROPOSED_ON,
                                FIRST,
                                SECOND),
                        combined(OTHER, new CcgCode("99F"), PROPOSED_ON));
        applicant()
                .given(done)
                .when(propose(NAME, List.of(FIRST, SECOND)))
                .thenRefused(new PracticeAlreadyMember(FIRST, OTHER));
        applicant()
                .given(done)
                .when(
                        propose(
                                NAME,
                                List.of(new PracticeCode("Z00005"), new PracticeCode("Z00006"))))
                .thenRefused(new AreaOverlaps(AREA, OTHER));
        applicant()
                .given(done)
                .given(new ApplicationWithdrawn(OTHER, PROPOSED_ON))
                .when(propose(NAME, List.of(FIRST, SECOND)))
                .thenAccepted(CCGProposed.class);
    }

    @Test
    void an_application_is_withdrawn_once() {
        applicant()
                .given(proposed())
                .when(new WithdrawApplication(THURROCK))
                .thenAccepted(new ApplicationWithdrawn(THURROCK, LATER));
        applicant()
                .given(proposed())
                .given(new ApplicationWithdrawn(THURROCK, PROPOSED_ON))
                .when(new WithdrawApplication(THURROCK))
                .thenUnchanged();
    }

    @Test
    void an_application_that_is_over_is_not_changed() {
        ApplicationDecided refusal = new ApplicationDecided(DECIDED_ON);
        for (AuthorisationCommand command : changes()) {
            applicant()
                    .on(DECIDED_ON)
                    .given(proposed())
                    .given(authorised(AuthorisationOutcome.AUTHORISED, List.of(), List.of()))
                    .when(command)
                    .thenRefused(refusal);
        }
    }

    @Test
    void what_was_not_proposed_is_not_found() {
        changes().forEach(command -> applicant().when(command).thenNotFound());
    }

    private static List<AuthorisationCommand> changes() {
        return List.of(
                new JoinApplication(THURROCK, THIRD, List.of()),
                new LeaveApplication(THURROCK, FIRST),
                new AmendProposedConstitution(THURROCK, DocRef.titled("Another"), List.of()),
                new CombineApplications(THURROCK, List.of(OTHER), List.of()),
                new AssignToWave(THURROCK, 4),
                new SubmitApplication(THURROCK, null, null),
                new DeferApplication(THURROCK, 4),
                new WithdrawApplication(THURROCK));
    }
}
