package org.ccgledger.standalone.england;

import java.util.List;

/// A practice that stands in for the group's real members, whom no source used here names.
///
/// @param code `Z00001` and so on, two a group in the order of the reference table
public record SyntheticPractice(String code, String name, Provenance provenance) {

    /// SI 2012/1631 asks for two or more applicants, so two a group.
    static final int PER_GROUP = 2;

    static List<SyntheticPractice> ofGroupAt(int index) {
        int first = PER_GROUP * index + 1;
        return List.of(numbered(first), numbered(first + 1));
    }

    private static SyntheticPractice numbered(int number) {
        return new SyntheticPractice(
                "Z%05d".formatted(number),
                "Synthetic Practice %d".formatted(number),
                Provenance.synthetic("two practices a group, in code order"));
    }
}
