package org.ccgledger.standalone.england;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The project's own table of the 211 groups and the 25 coded area teams of April 2013.
///
/// Codes and names are those of ONS and HSCIC (Open Government Licence v3.0), credited in the
/// files. Groups stand in the order of their ODS codes; everything that is allotted by rule counts
/// in this order.
public final class ReferenceTable {

    private final List<AreaTeam> areaTeams;
    private final List<ReferenceCcg> ccgs;
    private final Map<String, ReferenceCcg> byCode;

    private ReferenceTable(List<AreaTeam> areaTeams, List<ReferenceCcg> ccgs) {
        this.areaTeams = areaTeams;
        this.ccgs = ccgs;
        this.byCode = ccgs.stream().collect(toMap(ReferenceCcg::code, Function.identity()));
    }

    /// Reads the table from the class path.
    public static ReferenceTable load() {
        var teams =
                CsvResource.rows("area-teams.csv", "ods,ons,name,region").stream()
                        .map(row -> new AreaTeam(row.get(0), row.get(1), row.get(2), row.get(3)))
                        .toList();
        var teamByCode = teams.stream().collect(toMap(AreaTeam::ods, Function.identity()));
        var ccgs =
                CsvResource.rows("ccgs.csv", "code,area_team,name,ons,patients").stream()
                        .map(row -> ccg(row, teamByCode))
                        .toList();
        return new ReferenceTable(teams, ccgs);
    }

    private static ReferenceCcg ccg(List<String> row, Map<String, AreaTeam> teams) {
        var team = teams.get(row.get(1));
        if (team == null) {
            throw new IllegalStateException("No area team " + row.get(1));
        }
        return new ReferenceCcg(
                row.get(0), row.get(3), row.get(2), team, Integer.parseInt(row.get(4)));
    }

    /// All 211, by ODS code.
    public List<ReferenceCcg> ccgs() {
        return ccgs;
    }

    /// All 25, by ODS code.
    public List<AreaTeam> areaTeams() {
        return areaTeams;
    }

    /// The group with this ODS code.
    public Optional<ReferenceCcg> ccg(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
