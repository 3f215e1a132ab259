package org.ccgledger.standalone.england;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.standalone.england.PlannedReview.Outcome;
import org.ccgledger.standalone.england.PlannedReview.ReviewedGroup;

/// What a plan amounts to on a date, folded from its decisions alone. Folding fails on a decision
/// that does not fit what is open.
final class FoldedPlan {

    private final Map<String, Map<String, SupportLevel>> conditions = new TreeMap<>();
    private final Set<String> directed = new TreeSet<>();

    static FoldedPlan asAt(LocalDate date, EnglandPlan plan) {
        var folded = new FoldedPlan();
        for (var group : plan.groups()) {
            if (!plan.wave(group.decidedWave().value()).decidedOn().value().isAfter(date)) {
                folded.authorise(group);
            }
        }
        for (var review : plan.reviews()) {
            if (!review.effectiveOn().value().isAfter(date)) {
                review.groups().forEach(folded::apply);
            }
        }
        return folded;
    }

    private void authorise(PlannedGroup group) {
        var terms = new LinkedHashMap<String, SupportLevel>();
        group.conditions().forEach(c -> terms.put(c.criterion(), c.level()));
        conditions.put(group.code(), terms);
        if (group.direction().isPresent()) {
            directed.add(group.code());
        }
    }

    private void apply(ReviewedGroup reviewed) {
        var open = conditions.getOrDefault(reviewed.code(), Map.of());
        assertThat(reviewed.outcomes().stream().map(Outcome::criterion))
                .as("outcomes of %s", reviewed.code())
                .containsExactlyElementsOf(open.keySet());
        for (var outcome : reviewed.outcomes()) {
            switch (outcome) {
                case Outcome.Discharged(var criterion) -> open.remove(criterion);
                case Outcome.LevelChanged(var criterion, var from, var to) ->
                        assertThat(open.put(criterion, to)).isEqualTo(from).isNotEqualTo(to);
                case Outcome.Kept _ -> {}
            }
        }
        if (reviewed.directionRevoked()) {
            assertThat(directed.remove(reviewed.code())).isTrue();
        }
        if (reviewed.directionIssued().isPresent()) {
            assertThat(directed.add(reviewed.code())).isTrue();
        }
    }

    int authorised() {
        return conditions.size();
    }

    long fully() {
        return conditions.values().stream().filter(Map::isEmpty).count();
    }

    long withConditions() {
        return authorised() - fully();
    }

    Set<String> directed() {
        return directed;
    }

    Map<String, SupportLevel> conditions(String code) {
        return conditions.getOrDefault(code, Map.of());
    }

    /// Groups whose levels and direction do not go together.
    Set<String> atOdds() {
        var odd = new TreeSet<String>();
        conditions.forEach((code, terms) -> {
            boolean severe = terms.values().stream().anyMatch(SupportLevel::needsDirection);
            if (severe != directed.contains(code)) {
                odd.add(code);
            }
        });
        return odd;
    }
}
