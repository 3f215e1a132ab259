package org.ccgledger.command.authorisation;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.authorisation.Authorisation.Application;
import org.ccgledger.command.authorisation.Authorisation.Comment;
import org.ccgledger.command.authorisation.Authorisation.Decided;
import org.ccgledger.command.authorisation.Authorisation.Ended;
import org.ccgledger.command.authorisation.Authorisation.Finding;
import org.ccgledger.command.authorisation.Authorisation.InWave;
import org.ccgledger.command.authorisation.Authorisation.Moderated;
import org.ccgledger.command.authorisation.Authorisation.NotProposed;
import org.ccgledger.command.authorisation.Authorisation.Proposed;
import org.ccgledger.command.authorisation.Authorisation.Recommended;
import org.ccgledger.command.authorisation.Authorisation.UnderAssessment;
import org.ccgledger.command.authorisation.AuthorisationCommand.AssessCriterion;
import org.ccgledger.command.authorisation.AuthorisationCommand.CloseCommentWindow;
import org.ccgledger.command.authorisation.AuthorisationCommand.ModerateAssessment;
import org.ccgledger.command.authorisation.AuthorisationCommand.RecommendConditions;
import org.ccgledger.command.authorisation.AuthorisationCommand.RecordSiteVisit;
import org.ccgledger.command.authorisation.AuthorisationCommand.RecordStakeholderSurvey;
import org.ccgledger.command.authorisation.AuthorisationCommand.RespondToRecommendation;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ApplicationDecided;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ApplicationIncomplete;
import org.ccgledger.command.authorisation.AuthorisationRefusal.AssessorConflicted;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ConditionMissingForCriterion;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ConditionNotLinked;
import org.ccgledger.command.authorisation.AuthorisationRefusal.CriteriaNotAllAssessed;
import org.ccgledger.command.authorisation.AuthorisationRefusal.UnknownCriterion;
import org.ccgledger.command.boundaries.Catalogues;
import org.ccgledger.command.boundaries.LiveInterests;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.authorisation.AssessmentResult;
import org.ccgledger.events.authorisation.AuthorisationEvent;
import org.ccgledger.events.authorisation.AuthorisationEvent.AssessmentModerated;
import org.ccgledger.events.authorisation.AuthorisationEvent.ConditionsRecommended;
import org.ccgledger.events.authorisation.AuthorisationEvent.CriterionAssessed;
import org.ccgledger.events.authorisation.AuthorisationEvent.RecommendationResponded;
import org.ccgledger.events.authorisation.AuthorisationEvent.SiteVisitRecorded;
import org.ccgledger.events.authorisation.AuthorisationEvent.StakeholderSurveyRecorded;
import org.ccgledger.events.authorisation.CriterionChange;
import org.ccgledger.events.authorisation.RecommendedCondition;

/// From the submission to the recommendation: what was found, criterion by criterion, and what
/// should follow.
final class Assessments {

    private static final int COMMENT_DAYS = 14;

    private Assessments() {}

    static Decision survey(RecordStakeholderSurvey command, Authorisation state, Context context) {
        return recorded(
                new StakeholderSurveyRecorded(
                        command.ccg(),
                        command.respondents(),
                        command.summary(),
                        context.effectiveOn()),
                command,
                state);
    }

    static Decision visit(RecordSiteVisit command, Authorisation state, Context context) {
        return recorded(
                new SiteVisitRecorded(
                        command.ccg(),
                        command.visitedOn(),
                        command.report(),
                        context.effectiveOn()),
                command,
                state);
    }

    private static Decision recorded(
            CcgEvent fact, AuthorisationCommand command, Authorisation state) {
        return switch (state) {
            case NotProposed _ -> AuthorisationDecider.notProposed(command.ccg());
            case Proposed _, InWave _ -> refuse(new ApplicationIncomplete(List.of("submission")));
            case UnderAssessment _, Moderated _, Recommended _, Decided _, Ended _ -> accept(fact);
        };
    }

    static Decision assess(AssessCriterion command, Authorisation state, Context context) {
        return switch (state) {
            case NotProposed _, Decided _, Ended _ ->
                    AuthorisationDecider.over(state, command.ccg());
            case Proposed _, InWave _ -> refuse(new ApplicationIncomplete(List.of("submission")));
            case Moderated _, Recommended _ ->
                    refuse(new ApplicationDecided(context.effectiveOn()));
            case UnderAssessment(_, var wave, _)
                    when !Catalogues.criteria(wave.catalogue(), context.reads())
                            .contains(command.criterion()) ->
                    refuse(new UnknownCriterion(command.criterion()));
            case UnderAssessment(_, _, var findings)
                    when new Finding(command.result(), command.stage())
                            .equals(findings.get(command.criterion())) ->
                    unchanged();
            case UnderAssessment(var application, _, _) ->
                    conflicted(command.assessor(), application, context)
                            .map(Decision::refuse)
                            .orElseGet(() -> accept(assessed(command, context.effectiveOn())));
        };
    }

    private static CriterionAssessed assessed(AssessCriterion command, LocalDate on) {
        return new CriterionAssessed(
                command.ccg(),
                command.criterion(),
                command.result(),
                command.stage(),
                command.note(),
                command.assessor(),
                on);
    }

    /// Whether the assessor has an interest in one of the applicants, or in the group that they
    /// propose.
    private static Optional<AuthorisationRefusal> conflicted(
            PersonId assessor, Application application, Context context) {
        List<BodyRef> bodies = new ArrayList<>(List.of(BodyRef.ccg(application.ccg())));
        application.applicants().forEach(practice -> bodies.add(BodyRef.practice(practice)));
        Set<InterestId> interests =
                LiveInterests.of(assessor, bodies, context.effectiveOn(), context.reads());
        return interests.isEmpty()
                ? Optional.empty()
                : Optional.of(new AssessorConflicted(assessor, interests));
    }

    static Decision moderate(ModerateAssessment command, Authorisation state, Context context) {
        return switch (state) {
            case NotProposed _, Decided _, Ended _ ->
                    AuthorisationDecider.over(state, command.ccg());
            case Proposed _, InWave _ -> refuse(new ApplicationIncomplete(List.of("submission")));
            case Moderated _, Recommended _ -> unchanged();
            case UnderAssessment under -> moderate(command, under, context);
        };
    }

    private static Decision moderate(
            ModerateAssessment command, UnderAssessment under, Context context) {
        Set<CriterionId> catalogue = Catalogues.criteria(under.wave().catalogue(), context.reads());
        Set<CriterionId> missing = new HashSet<>(catalogue);
        missing.removeAll(under.findings().keySet());
        if (!missing.isEmpty()) {
            return refuse(new CriteriaNotAllAssessed(missing));
        }
        Optional<CriterionChange> unknown =
                command.changes().stream()
                        .filter(change -> !catalogue.contains(change.criterion()))
                        .findFirst();
        if (unknown.isPresent()) {
            return refuse(new UnknownCriterion(unknown.get().criterion()));
        }
        Map<CriterionId, AssessmentResult> changes = new LinkedHashMap<>();
        command.changes().forEach(change -> changes.put(change.criterion(), change.result()));
        return accept(
                new AssessmentModerated(
                        command.ccg(),
                        command.changes(),
                        command.recommendation(),
                        sorted(Authorisation.unmet(under.findings(), changes)),
                        context.effectiveOn()));
    }

    static Decision recommend(RecommendConditions command, Authorisation state, Context context) {
        return switch (state) {
            case NotProposed _, Decided _, Ended _ ->
                    AuthorisationDecider.over(state, command.ccg());
            case Proposed _, InWave _, UnderAssessment _ ->
                    refuse(new CriteriaNotAllAssessed(Set.of()));
            case Moderated(_, _, var unmet) -> recommend(command, unmet, context);
            case Recommended(_, _, var unmet, _, _) -> recommend(command, unmet, context);
        };
    }

    private static Decision recommend(
            RecommendConditions command, Set<CriterionId> unmet, Context context) {
        return unlinked(command.conditions(), unmet)
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new ConditionsRecommended(
                                        command.ccg(),
                                        command.conditions(),
                                        command.regionalApproval(),
                                        context.effectiveOn().plusDays(COMMENT_DAYS),
                                        context.effectiveOn())));
    }

    /// A9: every unmet criterion has a condition, and every condition an unmet criterion unless it
    /// is bespoke.
    static Optional<AuthorisationRefusal> unlinked(
            List<RecommendedCondition> conditions, Set<CriterionId> unmet) {
        Set<CriterionId> without = new HashSet<>(unmet);
        conditions.forEach(condition -> without.remove(condition.criterion()));
        if (!without.isEmpty()) {
            return Optional.of(new ConditionMissingForCriterion(without));
        }
        return conditions.stream()
                .filter(condition -> !isLinked(condition, unmet))
                .findFirst()
                .map(condition -> new ConditionNotLinked(condition.text()));
    }

    private static boolean isLinked(RecommendedCondition condition, Set<CriterionId> unmet) {
        return condition.criterion() == null
                ? condition.bespoke()
                : unmet.contains(condition.criterion());
    }

    static Decision respond(RespondToRecommendation command, Authorisation state, Context context) {
        return switch (state) {
            case NotProposed _, Decided _, Ended _ ->
                    AuthorisationDecider.over(state, command.ccg());
            case Proposed _, InWave _, UnderAssessment _, Moderated _ ->
                    refuse(new AuthorisationRefusal.CommentWindowClosed());
            case Recommended(_, _, _, var until, var comment)
                    when comment == Comment.CLOSED || context.effectiveOn().isAfter(until) ->
                    refuse(new AuthorisationRefusal.CommentWindowClosed());
            case Recommended _ ->
                    accept(
                            new RecommendationResponded(
                                    command.ccg(), command.response(), context.effectiveOn()));
        };
    }

    static Decision close(CloseCommentWindow command, Authorisation state, Context context) {
        return state instanceof Recommended(_, _, _, var until, var comment)
                        && comment == Comment.AWAITED
                        && context.effectiveOn().isAfter(until)
                ? accept(
                        new AuthorisationEvent.CommentWindowClosed(
                                command.ccg(), context.effectiveOn()))
                : unchanged();
    }

    static List<CriterionId> sorted(Set<CriterionId> criteria) {
        return criteria.stream()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .collect(Collectors.toUnmodifiableList());
    }
}
