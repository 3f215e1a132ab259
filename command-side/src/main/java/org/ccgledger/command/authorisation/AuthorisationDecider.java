package org.ccgledger.command.authorisation;

import static org.ccgledger.command.decision.Decision.refuse;

import java.util.List;
import org.ccgledger.command.authorisation.Authorisation.Decided;
import org.ccgledger.command.authorisation.Authorisation.Ended;
import org.ccgledger.command.authorisation.Authorisation.NotProposed;
import org.ccgledger.command.authorisation.Authorisation.Undecided;
import org.ccgledger.command.authorisation.AuthorisationCommand.AmendProposedConstitution;
import org.ccgledger.command.authorisation.AuthorisationCommand.AssessCriterion;
import org.ccgledger.command.authorisation.AuthorisationCommand.AssignToWave;
import org.ccgledger.command.authorisation.AuthorisationCommand.AuthoriseCCG;
import org.ccgledger.command.authorisation.AuthorisationCommand.CloseCommentWindow;
import org.ccgledger.command.authorisation.AuthorisationCommand.CombineApplications;
import org.ccgledger.command.authorisation.AuthorisationCommand.DeferApplication;
import org.ccgledger.command.authorisation.AuthorisationCommand.JoinApplication;
import org.ccgledger.command.authorisation.AuthorisationCommand.LeaveApplication;
import org.ccgledger.command.authorisation.AuthorisationCommand.ModerateAssessment;
import org.ccgledger.command.authorisation.AuthorisationCommand.ProposeCCG;
import org.ccgledger.command.authorisation.AuthorisationCommand.RecommendConditions;
import org.ccgledger.command.authorisation.AuthorisationCommand.RecordSiteVisit;
import org.ccgledger.command.authorisation.AuthorisationCommand.RecordStakeholderSurvey;
import org.ccgledger.command.authorisation.AuthorisationCommand.RefuseAuthorisation;
import org.ccgledger.command.authorisation.AuthorisationCommand.RespondToRecommendation;
import org.ccgledger.command.authorisation.AuthorisationCommand.SubmitApplication;
import org.ccgledger.command.authorisation.AuthorisationCommand.WithdrawApplication;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ApplicationDecided;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.authorisation.AuthorisationEvent;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationsCombined;

/// Decides on applications. The boundary is one application, and its end where another took it in.
public final class AuthorisationDecider {

    /// The decisions of authorisation.
    public static final Decider<AuthorisationCommand, ?> DECIDER =
            Decider.of(AuthorisationCommand.class, command -> StreamName.application(command.ccg()))
                    .<Authorisation, AuthorisationEvent>state(
                            new NotProposed(), AuthorisationEvent.class, Authorisation::evolve)
                    .beginningFrom(
                            command -> Tag.ccg(command.ccg()),
                            ApplicationsCombined.class,
                            Authorisation::evolve)
                    .deciding(AuthorisationDecider::decide);

    private AuthorisationDecider() {}

    private static Decision decide(
            AuthorisationCommand command, Authorisation state, Context context) {
        return switch (command) {
            case ProposeCCG propose -> Proposals.propose(propose, state, context);
            case JoinApplication join -> Proposals.join(join, state, context);
            case LeaveApplication leave -> Proposals.leave(leave, state, context);
            case AmendProposedConstitution amend -> Proposals.amend(amend, state, context);
            case CombineApplications combine -> Proposals.combine(combine, state, context);
            case AssignToWave assign -> Submissions.assign(assign, state, context);
            case SubmitApplication submit -> Submissions.submit(submit, state, context);
            case DeferApplication defer -> Submissions.defer(defer, state, context);
            case WithdrawApplication withdraw -> Proposals.withdraw(withdraw, state, context);
            case RecordStakeholderSurvey survey -> Assessments.survey(survey, state, context);
            case RecordSiteVisit visit -> Assessments.visit(visit, state, context);
            case AssessCriterion assess -> Assessments.assess(assess, state, context);
            case ModerateAssessment moderate -> Assessments.moderate(moderate, state, context);
            case RecommendConditions recommend -> Assessments.recommend(recommend, state, context);
            case RespondToRecommendation respond -> Assessments.respond(respond, state, context);
            case CloseCommentWindow close -> Assessments.close(close, state, context);
            case AuthoriseCCG authorise -> Grants.authorise(authorise, state, context);
            case RefuseAuthorisation refusal -> Grants.refuseAuthorisation(refusal, state, context);
        };
    }

    /// Folds what concerns an application, its end within another included, for a decision on
    /// another.
    static Authorisation standing(List<AuthorisationEvent> events) {
        Authorisation standing = new NotProposed();
        for (AuthorisationEvent event : events) {
            standing = standing.evolve(event);
        }
        return standing;
    }

    static Decision notProposed(CcgCode ccg) {
        return Decision.notFound("There is no application for " + ccg);
    }

    /// The answer where an application is already decided or has ended.
    static Decision over(Authorisation state, CcgCode ccg) {
        return switch (state) {
            case NotProposed _ -> notProposed(ccg);
            case Decided(var on) -> refuse(new ApplicationDecided(on));
            case Ended(var on, _) -> refuse(new ApplicationDecided(on));
            case Undecided _ ->
                    throw new IllegalStateException("The application for " + ccg + " is open");
        };
    }
}
