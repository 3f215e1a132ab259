package org.ccgledger.command.authorisation;

import static org.ccgledger.events.Role.BOARD_AUTHORISATION;
import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.CCG_GOVERNANCE_LEAD;
import static org.ccgledger.events.Role.PRACTICE_REPRESENTATIVE;
import static org.ccgledger.events.Role.SYSTEM;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.authorisation.AssessmentResult;
import org.ccgledger.events.authorisation.AssessmentStage;
import org.ccgledger.events.authorisation.AuthorisationOutcome;
import org.ccgledger.events.authorisation.CriterionChange;
import org.ccgledger.events.authorisation.RecommendedCondition;
import org.ccgledger.events.directions.DirectionKind;
import org.jspecify.annotations.Nullable;

/// What can be asked for on the way to a group's authorisation, in the order a reader meets it.
///
/// Every command names its application by the code that the group is to have.
public sealed interface AuthorisationCommand extends Command {

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// NHS Act 2006 s.14B: two or more providers of primary medical services apply.
    @SentBy({PRACTICE_REPRESENTATIVE, CCG_GOVERNANCE_LEAD})
    record ProposeCCG(
            CcgCode ccg,
            OnsCode ons,
            AreaTeamCode areaTeam,
            String proposedName,
            @Nullable List<AreaCode> area,
            @Nullable List<PracticeCode> applicants,
            @Nullable DocRef constitution,
            @Nullable PersonId proposedAccountableOfficer)
            implements AuthorisationCommand {

        List<PracticeCode> distinctApplicants() {
            return applicants == null ? List.of() : applicants.stream().distinct().toList();
        }

        List<AreaCode> distinctArea() {
            return area == null ? List.of() : area.stream().distinct().toList();
        }

        @Override
        public Set<BodyRef> senders() {
            return Stream.concat(
                            Stream.of(BodyRef.ccg(ccg)),
                            distinctApplicants().stream().map(BodyRef::practice))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /// `approvals` name the agreement of the existing applicants and of the Board.
    @SentBy(PRACTICE_REPRESENTATIVE)
    record JoinApplication(CcgCode ccg, PracticeCode practice, List<ApprovalId> approvals)
            implements AuthorisationCommand {
        @Override
        public Set<BodyRef> senders() {
            return Set.of(BodyRef.practice(practice));
        }
    }

    @SentBy(PRACTICE_REPRESENTATIVE)
    record LeaveApplication(CcgCode ccg, PracticeCode practice) implements AuthorisationCommand {
        @Override
        public Set<BodyRef> senders() {
            return Set.of(BodyRef.practice(practice));
        }
    }

    /// `approvals` name the agreement of the Board to this very document.
    @SentBy(CCG_GOVERNANCE_LEAD)
    record AmendProposedConstitution(CcgCode ccg, DocRef constitution, List<ApprovalId> approvals)
            implements AuthorisationCommand {}

    /// `approvals` name the agreement of all applicants of all the applications.
    @SentBy({CCG_GOVERNANCE_LEAD, BOARD_OFFICER})
    record CombineApplications(CcgCode ccg, List<CcgCode> from, List<ApprovalId> approvals)
            implements AuthorisationCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return from.isEmpty() || from.contains(ccg) || Set.copyOf(from).size() < from.size()
                    ? List.of(
                            new FieldError(
                                    "/from", "names one or more other applications, each once"))
                    : List.of();
        }
    }

    @SentBy({BOARD_OFFICER, CCG_GOVERNANCE_LEAD})
    record AssignToWave(CcgCode ccg, int wave) implements AuthorisationCommand {}

    @SentBy(CCG_GOVERNANCE_LEAD)
    record SubmitApplication(
            CcgCode ccg, @Nullable List<DocRef> documents, @Nullable DocRef selfCertification)
            implements AuthorisationCommand {}

    @SentBy(CCG_GOVERNANCE_LEAD)
    record DeferApplication(CcgCode ccg, int toWave) implements AuthorisationCommand {}

    @SentBy(CCG_GOVERNANCE_LEAD)
    record WithdrawApplication(CcgCode ccg) implements AuthorisationCommand {}

    /// `respondents` is at least 1.
    @SentBy(BOARD_OFFICER)
    record RecordStakeholderSurvey(CcgCode ccg, int respondents, String summary)
            implements AuthorisationCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return respondents > 0
                    ? List.of()
                    : List.of(new FieldError("/respondents", "is at least 1"));
        }
    }

    @SentBy(BOARD_OFFICER)
    record RecordSiteVisit(CcgCode ccg, LocalDate visitedOn, DocRef report)
            implements AuthorisationCommand {}

    @SentBy(BOARD_OFFICER)
    record AssessCriterion(
            CcgCode ccg,
            CriterionId criterion,
            AssessmentResult result,
            AssessmentStage stage,
            @Nullable String note,
            PersonId assessor)
            implements AuthorisationCommand {}

    @SentBy(BOARD_AUTHORISATION)
    record ModerateAssessment(CcgCode ccg, List<CriterionChange> changes, String recommendation)
            implements AuthorisationCommand {}

    @SentBy(BOARD_AUTHORISATION)
    record RecommendConditions(
            CcgCode ccg, List<RecommendedCondition> conditions, PersonId regionalApproval)
            implements AuthorisationCommand {}

    @SentBy(CCG_GOVERNANCE_LEAD)
    record RespondToRecommendation(CcgCode ccg, String response) implements AuthorisationCommand {}

    /// Sent when the days for comment have passed.
    @SentBy(SYSTEM)
    record CloseCommentWindow(CcgCode ccg) implements AuthorisationCommand {}

    /// NHS Act 2006 s.14C; SI 2012/1631 reg 8 for conditions and directions.
    @SentBy(value = BOARD_AUTHORISATION, leftToRule = true)
    record AuthoriseCCG(
            CcgCode ccg,
            AuthorisationOutcome outcome,
            List<RecommendedCondition> conditions,
            List<DirectionAtGrant> directions)
            implements AuthorisationCommand {
        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            if ((outcome == AuthorisationOutcome.AUTHORISED) != conditions.isEmpty()) {
                errors.add(
                        new FieldError(
                                "/conditions",
                                "are given when, and only when, the outcome is with conditions"));
            }
            if ((outcome == AuthorisationOutcome.AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS)
                    == directions.isEmpty()) {
                errors.add(
                        new FieldError(
                                "/directions",
                                "are given when, and only when, the outcome is with directions"));
            }
            return errors;
        }
    }

    /// A direction issued in the decision itself, SI 2012/1631 reg 8(5).
    record DirectionAtGrant(
            DirectionKind kind, List<FunctionCode> functions, Period period, DocRef document) {}

    @SentBy(value = BOARD_AUTHORISATION, leftToRule = true)
    record RefuseAuthorisation(CcgCode ccg, BodyRef interimArrangement)
            implements AuthorisationCommand {}
}
