package org.ccgledger.command.authorisation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.authorisation.AssessmentResult;
import org.ccgledger.events.authorisation.AssessmentStage;
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

/// Where an application stands. Each state holds only what a later decision needs to know.
sealed interface Authorisation {

    record NotProposed() implements Authorisation {}

    /// Made, and not decided.
    sealed interface Undecided extends Authorisation {
        Application application();

        Undecided with(Application application);
    }

    record Proposed(Application application) implements Undecided {
        @Override
        public Undecided with(Application changed) {
            return new Proposed(changed);
        }
    }

    record InWave(Application application, Wave wave) implements Undecided {
        @Override
        public Undecided with(Application changed) {
            return new InWave(changed, wave);
        }
    }

    record UnderAssessment(Application application, Wave wave, Map<CriterionId, Finding> findings)
            implements Undecided {
        @Override
        public Undecided with(Application changed) {
            return new UnderAssessment(changed, wave, findings);
        }
    }

    record Moderated(Application application, Wave wave, Set<CriterionId> unmet)
            implements Undecided {
        @Override
        public Undecided with(Application changed) {
            return new Moderated(changed, wave, unmet);
        }
    }

    /// `answered` once the group has replied or its days have passed.
    record Recommended(
            Application application,
            Wave wave,
            Set<CriterionId> unmet,
            LocalDate commentUntil,
            Comment comment)
            implements Undecided {
        @Override
        public Undecided with(Application changed) {
            return new Recommended(changed, wave, unmet, commentUntil, comment);
        }
    }

    record Decided(LocalDate on) implements Authorisation {}

    /// Over without a decision.
    record Ended(LocalDate on, Ending how) implements Authorisation {}

    /// How an application comes to be over without a decision.
    enum Ending {
        WITHDRAWN,
        LAPSED,
        COMBINED
    }

    /// Whether the group has commented on what was recommended.
    enum Comment {
        AWAITED,
        GIVEN,
        CLOSED
    }

    /// Who applies for what.
    record Application(
            CcgCode ccg,
            OnsCode ons,
            AreaTeamCode areaTeam,
            String name,
            List<AreaCode> area,
            Set<PracticeCode> applicants,
            DocRef constitution,
            PersonId accountableOfficer) {

        Application with(Set<PracticeCode> changed) {
            return new Application(
                    ccg, ons, areaTeam, name, area, changed, constitution, accountableOfficer);
        }

        Application with(DocRef amended) {
            return new Application(
                    ccg, ons, areaTeam, name, area, applicants, amended, accountableOfficer);
        }
    }

    record Wave(int number, CatalogueVersion catalogue) {}

    record Finding(AssessmentResult result, AssessmentStage stage) {}

    /// Today's rules do not judge yesterday's facts: an event that fits no state leaves it as it
    /// is.
    default Authorisation evolve(AuthorisationEvent event) {
        return switch (event) {
            case CCGProposed e ->
                    new Proposed(
                            new Application(
                                    e.ccg(),
                                    e.ons(),
                                    e.areaTeam(),
                                    e.name(),
                                    e.area(),
                                    new LinkedHashSet<>(e.applicants()),
                                    e.constitution(),
                                    e.proposedAccountableOfficer()));
            case PracticeJoinedApplication e -> applicants(Set.of(e.practice()), Set.of());
            case PracticeLeftApplication e -> applicants(Set.of(), Set.of(e.practice()));
            case ApplicationLapsed e -> new Ended(e.effectiveOn(), Ending.LAPSED);
            case ProposedConstitutionAmended e ->
                    this instanceof Undecided open
                            ? open.with(open.application().with(e.constitution()))
                            : this;
            case ApplicationsCombined e -> combined(e);
            case AssignedToWave e -> inWave(new Wave(e.wave(), e.catalogue()));
            case ApplicationDeferred e -> inWave(new Wave(e.toWave(), e.catalogue()));
            case ApplicationSubmitted _ ->
                    this instanceof InWave(var application, var wave)
                            ? new UnderAssessment(application, wave, Map.of())
                            : this;
            case ApplicationWithdrawn e -> new Ended(e.effectiveOn(), Ending.WITHDRAWN);
            case StakeholderSurveyRecorded _, SiteVisitRecorded _ -> this;
            case CriterionAssessed e -> assessed(e);
            case AssessmentModerated e ->
                    this instanceof UnderAssessment(var application, var wave, _)
                            ? new Moderated(application, wave, Set.copyOf(e.unmet()))
                            : this;
            case ConditionsRecommended e ->
                    switch (this) {
                        case Moderated(var application, var wave, var unmet) ->
                                new Recommended(
                                        application,
                                        wave,
                                        unmet,
                                        e.commentUntil(),
                                        Comment.AWAITED);
                        case Recommended(var application, var wave, var unmet, _, _) ->
                                new Recommended(
                                        application,
                                        wave,
                                        unmet,
                                        e.commentUntil(),
                                        Comment.AWAITED);
                        case NotProposed _,
                                Proposed _,
                                InWave _,
                                UnderAssessment _,
                                Decided _,
                                Ended _ ->
                                this;
                    };
            case RecommendationResponded _ -> commented(Comment.GIVEN);
            case CommentWindowClosed _ -> commented(Comment.CLOSED);
            case CCGAuthorised e -> new Decided(e.effectiveOn());
            case AuthorisationRefused e -> new Decided(e.effectiveOn());
        };
    }

    private Authorisation applicants(Set<PracticeCode> joined, Set<PracticeCode> left) {
        if (!(this instanceof Undecided open)) {
            return this;
        }
        Set<PracticeCode> applicants = new LinkedHashSet<>(open.application().applicants());
        applicants.addAll(joined);
        applicants.removeAll(left);
        return open.with(open.application().with(applicants));
    }

    private Authorisation combined(ApplicationsCombined event) {
        return switch (this) {
            case Undecided open when open.application().ccg().equals(event.ccg()) -> {
                Application before = open.application();
                Set<PracticeCode> applicants = new LinkedHashSet<>(before.applicants());
                applicants.addAll(event.applicants());
                yield open.with(
                        new Application(
                                before.ccg(),
                                before.ons(),
                                before.areaTeam(),
                                before.name(),
                                event.area(),
                                applicants,
                                before.constitution(),
                                before.accountableOfficer()));
            }
            case Undecided _ -> new Ended(event.effectiveOn(), Ending.COMBINED);
            case NotProposed _, Decided _, Ended _ -> this;
        };
    }

    private Authorisation inWave(Wave wave) {
        return this instanceof Undecided open ? new InWave(open.application(), wave) : this;
    }

    private Authorisation assessed(CriterionAssessed event) {
        if (!(this instanceof UnderAssessment(var application, var wave, var findings))) {
            return this;
        }
        Map<CriterionId, Finding> added = new HashMap<>(findings);
        added.put(event.criterion(), new Finding(event.result(), event.stage()));
        return new UnderAssessment(application, wave, Collections.unmodifiableMap(added));
    }

    private Authorisation commented(Comment comment) {
        return this instanceof Recommended(var application, var wave, var unmet, var until, _)
                ? new Recommended(application, wave, unmet, until, comment)
                : this;
    }

    /// The criteria that are not met, by the findings and what moderation changes of them.
    static Set<CriterionId> unmet(
            Map<CriterionId, Finding> findings, Map<CriterionId, AssessmentResult> changes) {
        Map<CriterionId, AssessmentResult> results = new HashMap<>();
        findings.forEach((criterion, finding) -> results.put(criterion, finding.result()));
        results.putAll(changes);
        return results.entrySet().stream()
                .filter(result -> result.getValue() == AssessmentResult.NOT_MET)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
