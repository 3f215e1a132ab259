package org.ccgledger.standalone.england;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.Source.Standing;

/// A merger of groups, as it is on public record.
///
/// @param code of the group that came of it
/// @param name of that group, without its ending
record KnownMerger(
        CcgCode code, LocalDate takesEffectOn, Standing standing, String name, List<CcgCode> from) {

    /// All of them, in the order of their days.
    static List<KnownMerger> all() {
        return CsvResource.rows("mergers.csv", "code,takes_effect_on,standing,name,from").stream()
                .map(row ->
                        new KnownMerger(
                                new CcgCode(row.get(0)),
                                LocalDate.parse(row.get(1)),
                                Standing.valueOf(row.get(2)),
                                row.get(3),
                                codes(row.get(4))))
                .toList();
    }

    static List<CcgCode> codes(String field) {
        return Arrays.stream(field.split(" ")).map(CcgCode::new).toList();
    }

    /// The name in law, SI 2012/1631 regulation 5.
    String legalName() {
        return name + " Clinical Commissioning Group";
    }
}
