package org.ccgledger.command.conditions;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.conditions.ConditionEvent;
import org.ccgledger.events.conditions.ConditionEvent.*;
import org.ccgledger.events.conditions.ConditionTerms;
import org.ccgledger.events.conditions.Milestone;
import org.ccgledger.events.conditions.ReviewOutcome;
import org.ccgledger.events.conditions.SupportLevel;
import org.jspecify.annotations.Nullable;

/// A group's conditions, plan and reviews, as far as a later decision needs them. Immutable.
///
/// @param conditions all that were ever imposed, in the order of their numbers
/// @param decided the reviews decided, the last one last
/// @param overdueSince the last review, or the imposition, after which the next was found overdue
/// @param fullSince the day on which neither condition nor direction remained, unless a condition
///   was imposed since
record Register(
        Map<ConditionId, Condition> conditions,
        @Nullable Plan plan,
        List<Decided> decided,
        Set<Evidence> evidence,
        Set<LocalDate> overdueSince,
        @Nullable LocalDate fullSince) {

    static final Register EMPTY = new Register(Map.of(), null, List.of(), Set.of(), Set.of(), null);

    record Condition(
            ConditionTerms terms, LocalDate imposedOn, boolean open, boolean mainstreamed) {

        private Condition with(SupportLevel level, String text) {
            return new Condition(
                    new ConditionTerms(
                            terms.condition(), terms.criterion(), terms.bespoke(), text, level),
                    imposedOn,
                    open,
                    mainstreamed);
        }
    }

    record Plan(DocRef document, List<Milestone> milestones) {}

    record Evidence(int review, ConditionId condition, DocRef document) {}

    record Review(int number, LocalDate evidenceDue, LocalDate committeeOn) {
        static Review of(ConditionReviewOpened event) {
            return new Review(event.review(), event.evidenceDue(), event.committeeOn());
        }
    }

    record Decided(
            int review, List<ReviewOutcome> outcomes, @Nullable YearMonth next, LocalDate on) {}

    static Register granted(CCGAuthorised event) {
        Map<ConditionId, Condition> conditions = new LinkedHashMap<>();
        for (ConditionTerms terms : event.conditions()) {
            conditions.put(
                    terms.condition(), new Condition(terms, event.effectiveOn(), true, false));
        }
        return new Register(
                Collections.unmodifiableMap(conditions),
                null,
                List.of(),
                Set.of(),
                Set.of(),
                conditions.isEmpty() && event.directions().isEmpty() ? event.effectiveOn() : null);
    }

    Register evolve(ConditionEvent event) {
        return switch (event) {
            case ConditionImposed e ->
                    with(new Condition(e.terms(), e.effectiveOn(), true, false)).full(null);
            case RectificationPlanAgreed e -> plan(new Plan(e.plan(), e.milestones()));
            case RectificationPlanRevised e -> plan(new Plan(e.plan(), e.milestones()));
            case ConditionReviewOpened _ -> this;
            case ReviewEvidenceSubmitted e -> evidence(e);
            case ConditionReviewDecided e -> decided(e);
            case ConditionDischarged e ->
                    changed(
                            e.condition(),
                            c -> new Condition(c.terms(), c.imposedOn(), false, c.mainstreamed()));
            case ConditionSupportLevelChanged e ->
                    changed(e.condition(), c -> c.with(e.to(), c.terms().text()));
            case ConditionVaried e ->
                    changed(e.condition(), c -> c.with(c.terms().level(), e.text()));
            case ConditionMainstreamed e ->
                    changed(
                            e.condition(),
                            c -> new Condition(c.terms(), c.imposedOn(), c.open(), true));
            case CCGFullyAuthorised e -> full(e.effectiveOn());
            case ConditionReviewOverdue e -> overdue(e.lastReviewedOn());
        };
    }

    /// Those that are not discharged, in the order of their numbers.
    Map<ConditionId, Condition> open() {
        Map<ConditionId, Condition> open = new LinkedHashMap<>(conditions);
        open.values().removeIf(condition -> !condition.open());
        return open;
    }

    boolean hasEvidence(int review, ConditionId condition) {
        return evidence.stream()
                .anyMatch(e -> e.review() == review && e.condition().equals(condition));
    }

    Optional<Decided> decided(int review) {
        return decided.stream().filter(d -> d.review() == review).findFirst();
    }

    /// The day from which the next review of a condition still open is counted: the last review or,
    /// where that came before them all, the first imposition.
    Optional<LocalDate> unreviewedSince() {
        Optional<LocalDate> imposed =
                open().values().stream().map(Condition::imposedOn).min(LocalDate::compareTo);
        return imposed.map(first ->
                decided.isEmpty() || decided.getLast().on().isBefore(first)
                        ? first
                        : decided.getLast().on());
    }

    private Register with(Condition condition) {
        Map<ConditionId, Condition> all = new LinkedHashMap<>(conditions);
        all.put(condition.terms().condition(), condition);
        return new Register(
                Collections.unmodifiableMap(all), plan, decided, evidence, overdueSince, fullSince);
    }

    private Register changed(ConditionId condition, UnaryOperator<Condition> change) {
        Condition before = conditions.get(condition);
        return before == null ? this : with(change.apply(before));
    }

    private Register plan(Plan agreed) {
        return new Register(conditions, agreed, decided, evidence, overdueSince, fullSince);
    }

    private Register full(@Nullable LocalDate since) {
        return new Register(conditions, plan, decided, evidence, overdueSince, since);
    }

    private Register overdue(LocalDate since) {
        return new Register(
                conditions, plan, decided, evidence, added(overdueSince, Set.of(since)), fullSince);
    }

    private Register evidence(ReviewEvidenceSubmitted event) {
        Set<Evidence> submitted = new HashSet<>();
        event.evidence()
                .forEach(document ->
                        submitted.add(new Evidence(event.review(), event.condition(), document)));
        return new Register(
                conditions, plan, decided, added(evidence, submitted), overdueSince, fullSince);
    }

    private Register decided(ConditionReviewDecided event) {
        List<Decided> all = new ArrayList<>(decided);
        all.add(
                new Decided(
                        event.review(), event.outcomes(), event.nextReview(), event.effectiveOn()));
        return new Register(conditions, plan, List.copyOf(all), evidence, overdueSince, fullSince);
    }

    private static <T> Set<T> added(Set<T> before, Set<T> more) {
        Set<T> all = new HashSet<>(before);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
