package org.ccgledger.query.decisionhistory;

import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.authorisation.AuthorisationEvent;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationDeferred;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationLapsed;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationSubmitted;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationWithdrawn;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationsCombined;
import org.ccgledger.events.authorisation.AuthorisationEvent.AssessmentModerated;
import org.ccgledger.events.authorisation.AuthorisationEvent.AssignedToWave;
import org.ccgledger.events.authorisation.AuthorisationEvent.AuthorisationRefused;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGProposed;
import org.ccgledger.events.authorisation.AuthorisationEvent.CommentWindowClosed;
import org.ccgledger.events.authorisation.AuthorisationEvent.ConditionsRecommended;
import org.ccgledger.events.authorisation.AuthorisationEvent.CriterionAssessed;
import org.ccgledger.events.authorisation.AuthorisationEvent.PracticeJoinedApplication;
import org.ccgledger.events.authorisation.AuthorisationEvent.PracticeLeftApplication;
import org.ccgledger.events.authorisation.AuthorisationEvent.ProposedConstitutionAmended;
import org.ccgledger.events.authorisation.AuthorisationEvent.RecommendationResponded;
import org.ccgledger.events.authorisation.AuthorisationEvent.SiteVisitRecorded;
import org.ccgledger.events.authorisation.AuthorisationEvent.StakeholderSurveyRecorded;
import org.ccgledger.events.meetings.MeetingEvent;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.ccgledger.events.registry.RegistryEvent;
import org.ccgledger.events.registry.RegistryEvent.AccountableOfficerAppointed;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVariationApplied;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVariationRefused;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVaried;
import org.ccgledger.events.registry.RegistryEvent.PopulationRecorded;
import org.ccgledger.events.registry.RegistryEvent.ReferenceCCGImported;
import org.ccgledger.events.successions.SuccessionEvent.MergerApproved;
import org.ccgledger.events.successions.SuccessionEvent.MergerRefused;

/// What a decision granted or denied, where somebody had asked for something.
final class Outcome {

    /// For what the decider did without being asked.
    private static final String DECIDED = "DECIDED";

    private Outcome() {}

    static String of(CcgEvent first) {
        return switch (first) {
            case AuthorisationEvent e -> ofApplication(e);
            case RegistryEvent e -> ofRegister(e);
            case MeetingEvent e -> ofMeeting(e);
            case MergerApproved _ -> "APPROVED";
            case MergerRefused _ -> "REFUSED";
            case CcgEvent _ -> DECIDED;
        };
    }

    private static String ofApplication(AuthorisationEvent first) {
        return switch (first) {
            case CCGAuthorised e -> e.outcome().name();
            case AuthorisationRefused _ -> "REFUSED";
            case CCGProposed _,
                    PracticeJoinedApplication _,
                    PracticeLeftApplication _,
                    ApplicationLapsed _,
                    ProposedConstitutionAmended _,
                    ApplicationsCombined _,
                    AssignedToWave _,
                    ApplicationSubmitted _,
                    ApplicationDeferred _,
                    ApplicationWithdrawn _,
                    StakeholderSurveyRecorded _,
                    SiteVisitRecorded _,
                    CriterionAssessed _,
                    AssessmentModerated _,
                    ConditionsRecommended _,
                    RecommendationResponded _,
                    CommentWindowClosed _ ->
                    DECIDED;
        };
    }

    private static String ofRegister(RegistryEvent first) {
        return switch (first) {
            case ConstitutionVaried _ -> "APPROVED";
            case ConstitutionVariationRefused _ -> "REFUSED";
            case CCGEstablished _,
                    ReferenceCCGImported _,
                    PopulationRecorded _,
                    ConstitutionVariationApplied _,
                    AccountableOfficerAppointed _ ->
                    DECIDED;
        };
    }

    private static String ofMeeting(MeetingEvent first) {
        return switch (first) {
            case DecisionCarried _ -> "CARRIED";
            case DecisionLost _ -> "LOST";
            case DecisionMinuted e -> e.carried() ? "CARRIED" : "LOST";
            case MeetingScheduled _,
                    MeetingOpened _,
                    AttendanceRecorded _,
                    ItemTabled _,
                    InterestsCalled _,
                    InterestDeclaredAtMeeting _,
                    InterestRuled _,
                    VotingOpened _,
                    VoteCast _,
                    DecisionImposedOnDissentingMember _,
                    ItemDeferred _,
                    ItemReferred _,
                    MeetingClosed _,
                    MinutesApproved _,
                    DecisionTainted _,
                    DecisionRescinded _,
                    DecisionRatified _ ->
                    DECIDED;
        };
    }
}
