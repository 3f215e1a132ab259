package org.ccgledger.standalone.england;

import java.util.List;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.PctCode;
import org.ccgledger.events.ShaCode;

/// A primary care trust whose area became that of one or more whole groups.
///
/// @param authority the local authority to which public health went
record KnownTrust(PctCode code, ShaCode sha, String name, BodyRef authority, List<CcgCode> groups) {

    /// By code.
    static List<KnownTrust> all() {
        return CsvResource.rows("predecessors.csv", "pct,sha,name,authority,ccgs").stream()
                .map(row ->
                        new KnownTrust(
                                new PctCode(row.get(0)),
                                new ShaCode(row.get(1)),
                                row.get(2),
                                new BodyRef("LA/" + row.get(3)),
                                KnownMerger.codes(row.get(4))))
                .toList();
    }
}
