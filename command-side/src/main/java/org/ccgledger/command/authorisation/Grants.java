package org.ccgledger.command.authorisation;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.refuse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.authorisation.Authorisation.Application;
import org.ccgledger.command.authorisation.Authorisation.Comment;
import org.ccgledger.command.authorisation.Authorisation.Decided;
import org.ccgledger.command.authorisation.Authorisation.Ended;
import org.ccgledger.command.authorisation.Authorisation.InWave;
import org.ccgledger.command.authorisation.Authorisation.Moderated;
import org.ccgledger.command.authorisation.Authorisation.NotProposed;
import org.ccgledger.command.authorisation.Authorisation.Proposed;
import org.ccgledger.command.authorisation.Authorisation.Recommended;
import org.ccgledger.command.authorisation.Authorisation.UnderAssessment;
import org.ccgledger.command.authorisation.Authorisation.Wave;
import org.ccgledger.command.authorisation.AuthorisationCommand.AuthoriseCCG;
import org.ccgledger.command.authorisation.AuthorisationCommand.DirectionAtGrant;
import org.ccgledger.command.authorisation.AuthorisationCommand.RefuseAuthorisation;
import org.ccgledger.command.authorisation.AuthorisationRefusal.AlreadyDecided;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ApplicationDecided;
import org.ccgledger.command.authorisation.AuthorisationRefusal.CommentWindowOpen;
import org.ccgledger.command.authorisation.AuthorisationRefusal.CriteriaNotAllAssessed;
import org.ccgledger.command.authorisation.AuthorisationRefusal.DirectionRequiredForLevel;
import org.ccgledger.command.authorisation.AuthorisationRefusal.FunctionAlreadyAssigned;
import org.ccgledger.command.authorisation.AuthorisationRefusal.FunctionsRequired;
import org.ccgledger.command.authorisation.AuthorisationRefusal.NoUnmetMatter;
import org.ccgledger.command.authorisation.AuthorisationRefusal.NotAuthorisingBody;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ReasonsRequired;
import org.ccgledger.command.authorisation.AuthorisationRefusal.UnmetCriteriaRequireConditions;
import org.ccgledger.command.boundaries.IssuedDirections;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.Role;
import org.ccgledger.events.authorisation.AuthorisationEvent.AuthorisationRefused;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.authorisation.AuthorisationOutcome;
import org.ccgledger.events.authorisation.RecommendedCondition;
import org.ccgledger.events.conditions.ConditionTerms;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.directions.LegalPower;

/// The decision on an application, NHS Act 2006 s.14C and SI 2012/1631 reg 8.
final class Grants {

    private Grants() {}

    static Decision authorise(AuthoriseCCG command, Authorisation state, Context context) {
        if (!context.actsAs(Role.BOARD_AUTHORISATION)) {
            return refuse(new NotAuthorisingBody(context.actor().body()));
        }
        return switch (state) {
            case NotProposed _ -> AuthorisationDecider.notProposed(command.ccg());
            case Proposed _, InWave _ -> refuse(new CriteriaNotAllAssessed(Set.of()));
            case UnderAssessment(_, _, var findings) -> notModerated(command, findings);
            case Moderated(var application, var wave, var unmet) ->
                    rejection(
                                    command,
                                    unmet,
                                    !unmet.isEmpty() || !command.conditions().isEmpty()
                                            ? Optional.of(
                                                    new CommentWindowOpen(
                                                            context.effectiveOn().plusDays(14)))
                                            : Optional.empty(),
                                    context)
                            .map(Decision::refuse)
                            .orElseGet(() -> grant(command, application, wave, context));
            case Recommended(var application, var wave, var unmet, var until, var comment) ->
                    rejection(
                                    command,
                                    unmet,
                                    comment == Comment.AWAITED
                                                    && context.effectiveOn().isBefore(until)
                                            ? Optional.of(new CommentWindowOpen(until))
                                            : Optional.empty(),
                                    context)
                            .map(Decision::refuse)
                            .orElseGet(() -> grant(command, application, wave, context));
            case Decided(var since) -> refuse(new AlreadyDecided(since));
            case Ended(var since, _) -> refuse(new ApplicationDecided(since));
        };
    }

    /// What is found so far may already rule out what is asked for; that is said before the missing
    /// moderation is.
    private static Decision notModerated(
            AuthoriseCCG command, Map<CriterionId, Authorisation.Finding> findings) {
        Set<CriterionId> unmet = Authorisation.unmet(findings, Map.of());
        return command.outcome() == AuthorisationOutcome.AUTHORISED && !unmet.isEmpty()
                ? refuse(new UnmetCriteriaRequireConditions(unmet))
                : refuse(new CriteriaNotAllAssessed(Set.of()));
    }

    /// The rules A8 to A13, D2, D3 and D6, in that order; the first that refuses answers.
    private static Optional<AuthorisationRefusal> rejection(
            AuthoriseCCG command,
            Set<CriterionId> unmet,
            Optional<CommentWindowOpen> window,
            Context context) {
        if (command.outcome() == AuthorisationOutcome.AUTHORISED && !unmet.isEmpty()) {
            return Optional.of(new UnmetCriteriaRequireConditions(unmet));
        }
        Optional<AuthorisationRefusal> unlinked = Assessments.unlinked(command.conditions(), unmet);
        if (unlinked.isPresent()) {
            return unlinked;
        }
        if (window.isPresent()) {
            return Optional.of(window.get());
        }
        if (!context.hasReasons()) {
            return Optional.of(new ReasonsRequired());
        }
        Optional<SupportLevel> highest =
                command.conditions().stream()
                        .map(RecommendedCondition::level)
                        .max(Comparator.naturalOrder());
        if (command.directions().isEmpty()
                && highest.filter(SupportLevel::needsDirection).isPresent()) {
            return highest.map(DirectionRequiredForLevel::new);
        }
        if (!command.directions().isEmpty() && unmet.isEmpty()) {
            return Optional.of(new NoUnmetMatter());
        }
        if (command.directions().stream()
                .anyMatch(direction ->
                        direction.kind() == DirectionKind.NOT_TO_EXERCISE
                                && direction.functions().isEmpty())) {
            return Optional.of(new FunctionsRequired());
        }
        return takenTwice(directions(command), context.effectiveOn());
    }

    private static Optional<AuthorisationRefusal> takenTwice(
            List<DirectionTerms> directions, LocalDate on) {
        IssuedDirections issued = IssuedDirections.NONE;
        for (DirectionTerms terms : directions) {
            Optional<IssuedDirections.Taking> taking = issued.takenAlready(terms, on);
            if (taking.isPresent()) {
                return taking.map(t -> new FunctionAlreadyAssigned(t.function(), t.by()));
            }
            issued = issued.issued(terms, on);
        }
        return Optional.empty();
    }

    private static Decision grant(
            AuthoriseCCG command, Application application, Wave wave, Context context) {
        return accept(
                new CCGAuthorised(
                        command.ccg(),
                        application.ons(),
                        application.areaTeam(),
                        application.name(),
                        application.area(),
                        List.copyOf(application.applicants()),
                        application.constitution(),
                        wave.number(),
                        command.outcome(),
                        conditions(command),
                        directions(command),
                        context.effectiveOn()));
    }

    private static List<ConditionTerms> conditions(AuthoriseCCG command) {
        List<ConditionTerms> terms = new ArrayList<>();
        for (RecommendedCondition condition : command.conditions()) {
            terms.add(
                    new ConditionTerms(
                            new ConditionId(command.ccg() + "-C" + (terms.size() + 1)),
                            condition.criterion(),
                            condition.bespoke(),
                            condition.text(),
                            condition.level()));
        }
        return terms;
    }

    private static List<DirectionTerms> directions(AuthoriseCCG command) {
        List<DirectionTerms> terms = new ArrayList<>();
        for (DirectionAtGrant direction : command.directions()) {
            terms.add(
                    new DirectionTerms(
                            new DirectionId(command.ccg() + "-D" + (terms.size() + 1)),
                            LegalPower.REG8,
                            direction.kind(),
                            direction.functions(),
                            direction.period(),
                            direction.document()));
        }
        return terms;
    }

    static Decision refuseAuthorisation(
            RefuseAuthorisation command, Authorisation state, Context context) {
        if (!context.actsAs(Role.BOARD_AUTHORISATION)) {
            return refuse(new NotAuthorisingBody(context.actor().body()));
        }
        if (!context.hasReasons() && state instanceof Authorisation.Undecided) {
            return refuse(new ReasonsRequired());
        }
        return switch (state) {
            case NotProposed _ -> AuthorisationDecider.notProposed(command.ccg());
            case Proposed _, InWave _, UnderAssessment _, Moderated _, Recommended _ ->
                    accept(
                            new AuthorisationRefused(
                                    command.ccg(),
                                    command.interimArrangement(),
                                    context.effectiveOn()));
            case Decided(var since) -> refuse(new AlreadyDecided(since));
            case Ended(var since, _) -> refuse(new ApplicationDecided(since));
        };
    }
}
