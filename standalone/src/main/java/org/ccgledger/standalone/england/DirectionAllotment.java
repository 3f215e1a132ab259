package org.ccgledger.standalone.england;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccgledger.events.conditions.SupportLevel;

/// Allots the terms of directions. Sources name the 15 groups directed at authorisation and Barnet
/// later, but of the terms only Barnet's, which was on planning.
///
/// *Kind*: waves 2 and 3 on the manner of exercise, as the second wave's level IV was a team
/// underpinned by directions (HSJ 5055128); wave 4 not to exercise, as its announcement spoke of
/// functions that others will exercise (Public Finance, 15 March 2013).
///
/// *Functions*: the round `planning, financial-planning, acute-commissioning, governance`, in the
/// order in which the waves and their directed groups are named.
///
/// *Levels*: IV if on the manner, VI if not to exercise, with V beside it for Thurrock and Waltham
/// Forest, whose accountable officers were replaced (HSJ 5061704).
///
/// *Who exercises*: these two's functions go to a neighbour in the same area team that is not
/// directed, the others' to the Board.
final class DirectionAllotment {

    static final String PLANNING = "planning";
    static final String FINANCIAL_PLANNING = "financial-planning";
    static final String ACUTE_COMMISSIONING = "acute-commissioning";
    static final String GOVERNANCE = "governance";

    private static final List<String> FUNCTIONS =
            List.of(PLANNING, FINANCIAL_PLANNING, ACUTE_COMMISSIONING, GOVERNANCE);

    private static final List<String> DIRECTED =
            List.of(
                    "04G", "06N", "09W", "09F", "08M", "05F", "03M", "03Q", "99E", "07V", "09L",
                    "07X", "99K", "07G", "08W");

    /// Castle Point, Rayleigh and Rochford for Thurrock; Redbridge for Waltham Forest.
    private static final Map<String, String> NEIGHBOURS =
            Map.of(NamedGroups.THURROCK, "99F", NamedGroups.WALTHAM_FOREST, "08N");

    private DirectionAllotment() {}

    static List<String> functions() {
        return FUNCTIONS;
    }

    static PlannedDirection atAuthorisation(String code, int wave) {
        var kind =
                wave == 4
                        ? PlannedDirection.Kind.NOT_TO_EXERCISE
                        : PlannedDirection.Kind.MANNER_OF_EXERCISE;
        return new PlannedDirection(
                kind,
                List.of(FUNCTIONS.get(DIRECTED.indexOf(code) % FUNCTIONS.size())),
                Optional.ofNullable(NEIGHBOURS.get(code)),
                Provenance.assumed(
                        "that the group was directed is stated; kind by wave, functions in a round"
                                + " of four"));
    }

    /// Barnet's direction of March 2013, the only one whose function a source names. Its kind is
    /// assumed.
    static PlannedDirection ofBarnet() {
        return new PlannedDirection(
                PlannedDirection.Kind.MANNER_OF_EXERCISE,
                List.of(PLANNING),
                Optional.empty(),
                Provenance.stated(Sources.HSJ_MAY_2014));
    }

    static List<SupportLevel> levels(String code, PlannedDirection.Kind kind) {
        return switch (kind) {
            case MANNER_OF_EXERCISE -> List.of(SupportLevel.IV);
            case NOT_TO_EXERCISE ->
                    NEIGHBOURS.containsKey(code)
                            ? List.of(SupportLevel.VI, SupportLevel.V)
                            : List.of(SupportLevel.VI);
        };
    }
}
