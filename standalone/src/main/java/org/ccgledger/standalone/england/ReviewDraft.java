package org.ccgledger.standalone.england;

import static java.util.Comparator.comparingInt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.standalone.england.PlannedReview.Outcome;
import org.ccgledger.standalone.england.PlannedReview.ReviewedGroup;

/// A review while it is being allotted: first the groups that sources name, then the others in
/// line. Closing it applies its decisions to the open terms.
final class ReviewDraft {

    /// How many of a group's conditions stay, from the first on, and how that is known.
    private record Fate(int staying, Provenance provenance) {}

    private final OpenTerms open;
    private final Map<String, Fate> fates = new HashMap<>();
    private final Set<String> revoked = new HashSet<>();
    private final Map<String, PlannedDirection> issued = new HashMap<>();

    ReviewDraft(OpenTerms open) {
        this.open = open;
    }

    /// The directions of these groups are revoked and their conditions halved.
    void revoke(Provenance provenance, String... codes) {
        for (var code : codes) {
            revoked.add(code);
            fates.put(code, new Fate(half(code), provenance));
        }
    }

    void direct(String code, PlannedDirection direction, Provenance provenance) {
        issued.put(code, direction);
        fates.put(code, new Fate(open.count(code), provenance));
    }

    /// At most so many of the group's conditions stay.
    void keep(int staying, String code, Provenance provenance) {
        fates.put(code, new Fate(Math.min(staying, open.count(code)), provenance));
    }

    /// Fills up the fully authorised to this total from the head of the line.
    void discharge(int total, Set<String> heldBack) {
        long already = fates.values().stream().filter(fate -> fate.staying() == 0).count();
        inLine().filter(code -> !heldBack.contains(code))
                .limit(total - already)
                .toList()
                .forEach(code ->
                        fates.put(
                                code,
                                new Fate(
                                        0,
                                        Provenance.assumed(
                                                "those with the fewest open conditions"
                                                        + " first, then in code order"))));
    }

    /// Fills up the reduced to this total from the line, passing by those with one condition.
    void halve(int total) {
        long already =
                fates.entrySet().stream()
                        .filter(e -> e.getValue().staying() > 0)
                        .filter(e -> e.getValue().staying() < open.count(e.getKey()))
                        .count();
        inLine().filter(code -> open.count(code) > 1)
                .limit(total - already)
                .toList()
                .forEach(code ->
                        fates.put(
                                code,
                                new Fate(
                                        half(code),
                                        Provenance.assumed(
                                                "the next in line after the fully"
                                                        + " authorised"))));
    }

    private Stream<String> inLine() {
        return open.codes().stream()
                .filter(code -> !open.isDirected(code) && !fates.containsKey(code))
                .sorted(comparingInt(open::count));
    }

    private int half(String code) {
        return (open.count(code) + 1) / 2;
    }

    PlannedReview close(
            int number,
            Known<LocalDate> evidenceDue,
            Known<LocalDate> committeeOn,
            Known<LocalDate> effectiveOn) {
        var groups = open.codes().stream().map(this::decide).toList();
        return new PlannedReview(number, evidenceDue, committeeOn, effectiveOn, groups);
    }

    private ReviewedGroup decide(String code) {
        var before = open.conditions(code);
        var fate =
                Objects.requireNonNullElseGet(
                        fates.get(code),
                        () ->
                                new Fate(
                                        before.size(),
                                        Provenance.assumed("kept, as no source says otherwise")));
        var outcomes = new ArrayList<Outcome>();
        var after = new ArrayList<PlannedCondition>();
        for (int i = 0; i < before.size(); i++) {
            var condition = before.get(i);
            if (i >= fate.staying()) {
                outcomes.add(new Outcome.Discharged(condition.criterion()));
                continue;
            }
            var level = levelAfter(code, i, condition.level());
            after.add(condition.at(level));
            outcomes.add(
                    level == condition.level()
                            ? new Outcome.Kept(condition.criterion())
                            : new Outcome.LevelChanged(
                                    condition.criterion(), condition.level(), level));
        }
        open.replace(code, after);
        var direction = Optional.ofNullable(issued.get(code));
        if (direction.isPresent()) {
            open.direct(code);
        }
        if (revoked.contains(code)) {
            open.revoke(code);
        }
        return new ReviewedGroup(
                code, List.copyOf(outcomes), revoked.contains(code), direction, fate.provenance());
    }

    /// Support underpinned by a direction goes with it, and a new one brings it to the first
    /// condition.
    private SupportLevel levelAfter(String code, int position, SupportLevel level) {
        if (revoked.contains(code) && level.needsDirection()) {
            return SupportLevel.III;
        }
        return issued.containsKey(code) && position == 0 ? SupportLevel.IV : level;
    }
}
