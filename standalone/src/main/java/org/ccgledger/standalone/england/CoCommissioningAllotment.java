package org.ccgledger.standalone.england;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.expressions.Readiness;

/// Which groups took part in co-commissioning, and how, where sources give totals alone.
///
/// Stated: 196 groups voiced interest, six of South West London in one expression; 74 named
/// delegation, 110 joint commissioning, 19 greater involvement; of the 74, 20 were ready now and 45
/// soon; 77 applied for delegation; 64 were approved, 24, 26, 6 and 8 by region, and one on
/// conditions; 63 took functions on; 87 commissioned jointly; 26 chose greater involvement.
///
/// Allotted: the 15 that voiced none are the groups of two area teams that have 15 together. In
/// each region groups are dealt to levels, readiness and outcomes in code order. Seven that named
/// delegation named joint commissioning as well. Three that had named joint commissioning applied
/// for delegation, and are not decided. The conditional approval and the last of the others do not
/// go live.
final class CoCommissioningAllotment {

    static final List<String> SOUTH_WEST_LONDON = List.of("07V", "08J", "08P", "08R", "08T", "08X");

    /// West Yorkshire; Durham, Darlington and Tees.
    private static final Set<String> WITHOUT_INTEREST = Set.of("Q52", "Q45");

    private static final String NORTH = "North of England";
    private static final String MIDLANDS = "Midlands and East of England";
    private static final String LONDON = "London";
    private static final String SOUTH = "South of England";
    private static final int LATE_TO_DELEGATION = 3;
    private static final int JOINT_AFTER_ALL = 81;
    private static final int INVOLVED_AFTER_ALL = 7;

    /// What becomes of an application for delegation.
    enum Outcome {
        APPROVED,
        APPROVED_ON_CONDITION,
        UNDECIDED
    }

    private final Map<String, List<CoCommissioningLevel>> interest = new LinkedHashMap<>();
    private final Map<String, Readiness> readiness = new HashMap<>();
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Set<String> joint = new LinkedHashSet<>();
    private final Set<String> involved = new LinkedHashSet<>();

    CoCommissioningAllotment(List<ReferenceCcg> ccgs) {
        express(ccgs);
        assess();
        decide(ccgs);
        settle();
    }

    private void express(List<ReferenceCcg> ccgs) {
        Map<String, Deal<Boolean>> delegation =
                Map.of(
                        NORTH, delegation(27, 26),
                        MIDLANDS, delegation(29, 32),
                        LONDON, delegation(8, 18),
                        SOUTH, delegation(10, 40));
        Deal<CoCommissioningLevel> others =
                new Deal<>(
                        levels(
                                CoCommissioningLevel.JOINT,
                                97,
                                CoCommissioningLevel.GREATER_INVOLVEMENT,
                                19));
        Deal<Boolean> two = delegation(7, 67);
        for (ReferenceCcg ccg : ccgs) {
            if (WITHOUT_INTEREST.contains(ccg.areaTeam().ods())) {
                continue;
            }
            if (SOUTH_WEST_LONDON.contains(ccg.code())) {
                interest.put(ccg.code(), List.of(CoCommissioningLevel.JOINT));
            } else if (of(delegation, ccg).next()) {
                interest.put(
                        ccg.code(),
                        two.next()
                                ? List.of(
                                        CoCommissioningLevel.DELEGATED, CoCommissioningLevel.JOINT)
                                : List.of(CoCommissioningLevel.DELEGATED));
            } else {
                interest.put(ccg.code(), List.of(others.next()));
            }
        }
    }

    private void assess() {
        Map<Readiness, Integer> places = new EnumMap<>(Readiness.class);
        places.put(Readiness.READY_NOW, 20);
        places.put(Readiness.READY_SOON, 45);
        places.put(Readiness.NOT_ASSESSED, 9);
        Deal<Readiness> deal = new Deal<>(places);
        interest.forEach((code, levels) -> {
            if (levels.contains(CoCommissioningLevel.DELEGATED)) {
                readiness.put(code, deal.next());
            }
        });
    }

    private void decide(List<ReferenceCcg> ccgs) {
        Map<String, Deal<Outcome>> deals =
                Map.of(
                        NORTH, outcomes(24, 0, 3),
                        MIDLANDS, outcomes(26, 1, 2),
                        LONDON, outcomes(6, 0, 2),
                        SOUTH, outcomes(8, 0, 2));
        int late = 0;
        for (ReferenceCcg ccg : ccgs) {
            List<CoCommissioningLevel> levels = interest.getOrDefault(ccg.code(), List.of());
            if (levels.contains(CoCommissioningLevel.DELEGATED)) {
                outcomes.put(ccg.code(), of(deals, ccg).next());
            } else if (levels.contains(CoCommissioningLevel.JOINT)
                    && !SOUTH_WEST_LONDON.contains(ccg.code())
                    && late < LATE_TO_DELEGATION) {
                outcomes.put(ccg.code(), Outcome.UNDECIDED);
                late++;
            }
        }
    }

    private void settle() {
        Deal<Boolean> deal = delegation(JOINT_AFTER_ALL, 13);
        int turned = 0;
        for (Map.Entry<String, List<CoCommissioningLevel>> group : interest.entrySet()) {
            String code = group.getKey();
            if (outcomes.containsKey(code)) {
                continue;
            }
            if (group.getValue().contains(CoCommissioningLevel.GREATER_INVOLVEMENT)) {
                involved.add(code);
            } else if (SOUTH_WEST_LONDON.contains(code) || deal.next()) {
                joint.add(code);
            } else if (turned < INVOLVED_AFTER_ALL) {
                involved.add(code);
                turned++;
            }
        }
    }

    private static <K> Deal<K> of(Map<String, Deal<K>> deals, ReferenceCcg ccg) {
        Deal<K> deal = deals.get(ccg.areaTeam().region());
        if (deal == null) {
            throw new IllegalStateException("No region " + ccg.areaTeam().region());
        }
        return deal;
    }

    private static Deal<Boolean> delegation(int yes, int no) {
        Map<Boolean, Integer> places = new LinkedHashMap<>();
        places.put(true, yes);
        places.put(false, no);
        return new Deal<>(places);
    }

    private static Deal<Outcome> outcomes(int approved, int onCondition, int undecided) {
        Map<Outcome, Integer> places = new EnumMap<>(Outcome.class);
        places.put(Outcome.APPROVED, approved);
        if (onCondition > 0) {
            places.put(Outcome.APPROVED_ON_CONDITION, onCondition);
        }
        places.put(Outcome.UNDECIDED, undecided);
        return new Deal<>(places);
    }

    private static Map<CoCommissioningLevel, Integer> levels(
            CoCommissioningLevel one, int ones, CoCommissioningLevel other, int others) {
        Map<CoCommissioningLevel, Integer> places = new LinkedHashMap<>();
        places.put(one, ones);
        places.put(other, others);
        return places;
    }

    /// The levels that each interested group names, in code order.
    Map<String, List<CoCommissioningLevel>> interest() {
        return interest;
    }

    /// How ready each group that names delegation is.
    Map<String, Readiness> readiness() {
        return readiness;
    }

    /// What becomes of each application for delegation, in code order.
    Map<String, Outcome> delegations() {
        return outcomes;
    }

    /// The groups whose delegation goes live: all that are approved without conditions but the
    /// last.
    List<String> live() {
        List<String> approved = new ArrayList<>();
        outcomes.forEach((code, outcome) -> {
            if (outcome == Outcome.APPROVED) {
                approved.add(code);
            }
        });
        return approved.subList(0, approved.size() - 1);
    }

    /// The groups that commission jointly.
    Set<String> joint() {
        return joint;
    }

    /// The groups that choose greater involvement.
    Set<String> involved() {
        return involved;
    }
}
