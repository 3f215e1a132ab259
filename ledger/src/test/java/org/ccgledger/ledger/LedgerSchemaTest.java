package org.ccgledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerSchemaTest {

    private static final int NODES = 8;
    private static final int STARTS = 10;
    private static final int PATIENCE_SECONDS = 30;

    @Test
    void nodes_of_two_ledgers_on_one_server_make_their_login_at_the_same_time() throws Exception {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase other = TestDatabase.create();
                ExecutorService nodes = Executors.newFixedThreadPool(NODES)) {
            CyclicBarrier together = new CyclicBarrier(NODES);
            List<? extends Future<?>> started =
                    IntStream.range(0, NODES)
                            .mapToObj(node ->
                                    nodes.submit(
                                            () -> start(node % 2 == 0 ? one : other, together)))
                            .toList();
            for (Future<?> node : started) {
                node.get();
            }
            try (Connection login = one.as("test_node").getConnection();
                    Statement statement = login.createStatement()) {
                assertThat(statement.execute("select position from ledger.event")).isTrue();
            }
        }
    }

    private static Object start(TestDatabase ledger, CyclicBarrier together) throws Exception {
        for (int i = 0; i < STARTS; i++) {
            together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            LedgerSchema.login(ledger.owner(), "test_node", "test", "ledger_app");
        }
        return ledger;
    }
}
