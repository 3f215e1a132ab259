package org.ccgledger.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class LedgerSchemaTest {

    private static final int LEDGERS = 2;
    private static final int NODES = 4;
    private static final int STARTS = 10;

    /// Roles belong to the server, which nodes and other ledgers start on at the same time.
    @Test
    void nodesOfTwoLedgersOnOneServerStartTogether() throws Exception {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase other = TestDatabase.create();
                ExecutorService nodes = Executors.newFixedThreadPool(LEDGERS * NODES)) {
            List<Future<?>> started = new ArrayList<>();
            for (int node = 0; node < NODES; node++) {
                for (DataSource owner : List.of(one.owner(), other.owner())) {
                    started.add(nodes.submit(() -> start(owner)));
                }
            }
            for (Future<?> node : started) {
                node.get();
            }
        }
    }

    private static void start(DataSource owner) {
        for (int i = 0; i < STARTS; i++) {
            LedgerSchema.migrate(owner);
            LedgerSchema.login(owner, "test_node", "test", "ledger_app", "ledger_auditor");
        }
    }
}
