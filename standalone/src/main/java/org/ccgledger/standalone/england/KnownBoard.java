package org.ccgledger.standalone.england;

import java.util.List;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.Source.Standing;

/// An integrated care board of 1 July 2022, and the groups of which it took the place.
record KnownBoard(BodyRef body, Standing standing, String name, List<CcgCode> ccgs) {

    /// All 42, by code.
    static List<KnownBoard> all() {
        return CsvResource.rows("icbs.csv", "icb,standing,name,ccgs").stream()
                .map(row ->
                        new KnownBoard(
                                new BodyRef("ICB/" + row.get(0)),
                                Standing.valueOf(row.get(1)),
                                row.get(2),
                                KnownMerger.codes(row.get(3))))
                .toList();
    }
}
