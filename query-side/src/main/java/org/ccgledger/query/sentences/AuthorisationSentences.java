package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.GroupNames.named;
import static org.ccgledger.query.sentences.Wording.and;
import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.authorisation.AssessmentResult;
import org.ccgledger.events.authorisation.AssessmentStage;
import org.ccgledger.events.authorisation.AuthorisationEvent;
import org.ccgledger.events.authorisation.AuthorisationEvent.*;

final class AuthorisationSentences {

    private AuthorisationSentences() {}

    static String of(AuthorisationEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups));
    }

    private static String what(AuthorisationEvent event, GroupNames groups) {
        return switch (event) {
            case CCGProposed e ->
                    count(e.applicants().size(), "practice")
                            + " applied to establish "
                            + named(e.name(), e.ccg())
                            + " under the proposed constitution "
                            + quoted(e.constitution());
            case PracticeJoinedApplication e ->
                    "practice "
                            + e.practice()
                            + " joined the application for "
                            + groups.of(e.ccg());
            case PracticeLeftApplication e ->
                    "practice " + e.practice() + " left the application for " + groups.of(e.ccg());
            case ApplicationLapsed e ->
                    "the application for "
                            + groups.of(e.ccg())
                            + " lapsed, since fewer than two applicants remained";
            case ProposedConstitutionAmended e ->
                    "the proposed constitution of "
                            + groups.of(e.ccg())
                            + " was amended to "
                            + quoted(e.constitution());
            case ApplicationsCombined e ->
                    (e.from().size() == 1 ? "the application for " : "the applications for ")
                            + and(e.from().stream().map(groups::of).toList())
                            + (e.from().size() == 1 ? " was" : " were")
                            + " combined into that for "
                            + groups.of(e.ccg());
            case AssignedToWave e ->
                    "the application for "
                            + groups.of(e.ccg())
                            + " was assigned to wave "
                            + e.wave()
                            + ", to be assessed against the edition "
                            + e.catalogue()
                            + " of the criteria";
            case ApplicationSubmitted e ->
                    groups.of(e.ccg())
                            + " submitted its application in wave "
                            + e.wave()
                            + " with "
                            + count(e.documents().size(), "document")
                            + " and the self-certification "
                            + quoted(e.selfCertification());
            case ApplicationDeferred e ->
                    "the application for "
                            + groups.of(e.ccg())
                            + " was deferred from wave "
                            + e.fromWave()
                            + " to wave "
                            + e.toWave()
                            + ", to be assessed against the edition "
                            + e.catalogue()
                            + " of the criteria";
            case ApplicationWithdrawn e ->
                    "the application for " + groups.of(e.ccg()) + " was withdrawn";
            case StakeholderSurveyRecorded e ->
                    "the survey of those who work with "
                            + groups.of(e.ccg())
                            + " was recorded, with "
                            + count(e.respondents(), "respondent")
                            + ": "
                            + quoted(e.summary());
            case SiteVisitRecorded e ->
                    "the site visit to "
                            + groups.of(e.ccg())
                            + " of "
                            + day(e.visitedOn())
                            + " was recorded, with the report "
                            + quoted(e.report());
            case CriterionAssessed e ->
                    groups.of(e.ccg())
                            + " was found "
                            + (e.result() == AssessmentResult.MET ? "to meet" : "not to meet")
                            + " criterion "
                            + e.criterion()
                            + " at the "
                            + stage(e.stage());
            case AssessmentModerated e ->
                    "the Board moderated the assessment of "
                            + groups.of(e.ccg())
                            + ", changing "
                            + count(e.changes().size(), "result")
                            + " and leaving "
                            + count(e.unmet().size(), "criterion", "criteria")
                            + " unmet, with the recommendation "
                            + quoted(e.recommendation());
            case ConditionsRecommended e ->
                    "the Board shared with "
                            + groups.of(e.ccg())
                            + " that "
                            + count(e.conditions().size(), "condition")
                            + (e.conditions().size() == 1 ? " was" : " were")
                            + " recommended, for comment until "
                            + day(e.commentUntil());
            case RecommendationResponded e ->
                    groups.of(e.ccg())
                            + " commented on the recommendation: "
                            + quoted(e.response());
            case CommentWindowClosed e ->
                    "the time for "
                            + groups.of(e.ccg())
                            + " to comment on the recommendation ran out";
            case CCGAuthorised e ->
                    "the Board authorised "
                            + named(e.name(), e.ccg())
                            + " in wave "
                            + e.wave()
                            + terms(e);
            case AuthorisationRefused e ->
                    "the Board refused to authorise "
                            + groups.of(e.ccg())
                            + "; meanwhile "
                            + body(e.interimArrangement(), groups)
                            + " commissions for its area";
        };
    }

    private static String terms(CCGAuthorised e) {
        int conditions = e.conditions().size();
        int directions = e.directions().size();
        String imposed =
                conditions == 0 ? " without conditions" : " with " + count(conditions, "condition");
        return directions == 0
                ? imposed
                : imposed
                        + " and "
                        + (conditions == 0 ? "with " : "")
                        + count(directions, "direction");
    }

    private static String stage(AssessmentStage stage) {
        return switch (stage) {
            case DESK_TOP -> "desk-top review";
            case SITE_VISIT -> "site visit";
            case MODERATION -> "moderation";
        };
    }
}
