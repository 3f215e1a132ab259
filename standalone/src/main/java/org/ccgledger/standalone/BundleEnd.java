package org.ccgledger.standalone;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.erasures.ErasureEvent.PersonalDataErased;

/// Where a bundle ends, and what may not lie behind that.
final class BundleEnd {

    private static final String ERASED =
            """
            select max(e.position) from ledger.event e,
                   (select max(size) as size from ledger.checkpoint where size <= ?) c
            where e.position > coalesce(c.size, 0) and e.type = any (?)
            """;

    private BundleEnd() {}

    /// What is gone from a bundle has to be accounted for within it: an erasure behind its end
    /// would look like a loss.
    ///
    /// @param upTo the most events that the bundle may hold
    /// @throws IllegalStateException in a sentence, if there is an erasure behind its end
    static void accountsForErasures(Connection ledger, long upTo) throws SQLException {
        try (PreparedStatement select = ledger.prepareStatement(ERASED)) {
            select.setLong(1, upTo);
            select.setArray(
                    2,
                    ledger.createArrayOf(
                            "text", EventTypes.namesOf(PersonalDataErased.class).toArray()));
            try (ResultSet row = select.executeQuery()) {
                if (row.next() && row.getLong(1) > 0) {
                    throw new IllegalStateException(
                            "Personal data was erased at position %d, and a bundle that ends before it cannot say so: export up to there or further, once a checkpoint covers it. A ledger that runs signs one within seconds."
                                    .formatted(row.getLong(1)));
                }
            }
        }
    }
}
