package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// An append that looks at no guard and at no version, in the place of the ledger's own until it is
/// closed: with it a race shows what the guards prevent.
final class UnguardedAppend implements AutoCloseable {

    /// Where both of a round write one stream, its version alone tells the one from the other.
    private static final String LOCKED = "perform pg_advisory_xact_lock(4919131752989213764);\n";

    /// No guard is looked at, and every stream is at the version that the append expects.
    private static final String UNGUARDED =
            """
            p_guard_streams := null;
            p_guard_tags := null;
            p_versions := array(
                select coalesce((select max(e.version) from ledger.event e where e.stream = p_streams[r]), 0)
                from generate_subscripts(p_streams, 1) r order by r);
            p_event_versions := array(
                select coalesce((select max(e.version) from ledger.event e where e.stream = p_event_streams[n]), 0)
                       + p_event_indexes[n] + 1
                from generate_subscripts(p_event_streams, 1) n order by n);
            """;

    private final RunningLedger ledger;
    private final String own;

    UnguardedAppend(RunningLedger ledger) throws SQLException {
        this.ledger = ledger;
        this.own = append();
        assertThat(own).contains(LOCKED);
        replace(own.replace(LOCKED, LOCKED + UNGUARDED));
    }

    @Override
    public void close() throws SQLException {
        replace(own);
    }

    private String append() throws SQLException {
        try (Connection owner = ledger.owner().getConnection();
                Statement statement = owner.createStatement()) {
            ResultSet row =
                    statement.executeQuery("select pg_get_functiondef('ledger.append'::regproc)");
            row.next();
            return row.getString(1);
        }
    }

    private void replace(String definition) throws SQLException {
        try (Connection owner = ledger.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(definition);
        }
    }
}
