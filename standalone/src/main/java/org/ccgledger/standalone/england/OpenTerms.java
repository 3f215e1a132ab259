package org.ccgledger.standalone.england;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The conditions that are open and the directions that are in force between two reviews.
final class OpenTerms {

    private final Map<String, List<PlannedCondition>> conditions = new TreeMap<>();
    private final Set<String> directed = new HashSet<>();

    /// Takes in a group as it was authorised.
    void admit(PlannedGroup group) {
        replace(group.code(), group.conditions());
        if (group.direction().isPresent()) {
            directed.add(group.code());
        }
    }

    void replace(String code, List<PlannedCondition> left) {
        if (left.isEmpty()) {
            conditions.remove(code);
        } else {
            conditions.put(code, List.copyOf(left));
        }
    }

    void direct(String code) {
        directed.add(code);
    }

    void revoke(String code) {
        directed.remove(code);
    }

    boolean isDirected(String code) {
        return directed.contains(code);
    }

    /// The groups with an open condition, in code order.
    List<String> codes() {
        return List.copyOf(conditions.keySet());
    }

    List<PlannedCondition> conditions(String code) {
        return conditions.getOrDefault(code, List.of());
    }

    int count(String code) {
        return conditions(code).size();
    }
}
