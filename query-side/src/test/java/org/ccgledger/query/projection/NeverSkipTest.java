package org.ccgledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.ccgledger.ledger.Callers;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerSchema;
import org.ccgledger.ledger.Patience;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.ledger.TestDatabase;
import org.ccgledger.ledger.axon.AxonJson;
import org.ccgledger.ledger.axon.LedgerEventStorageEngine;
import org.ccgledger.ledger.axon.LedgerEventStore;
import org.ccgledger.query.QuerySchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A projection applies every committed event once, whatever happens to those who append and to
/// those who read.
class NeverSkipTest {

    private static final int FAULTS = Integer.getInteger("faults", 3);
    private static final TestDatabase DATABASE = TestDatabase.create();

    private static DataSource query;

    @BeforeAll
    static void tables() {
        QuerySchema.migrate(DATABASE.owner());
        LedgerSchema.login(DATABASE.owner(), "ccg_query", "test", "ledger_auditor");
        JdbcClient owner = JdbcClient.create(DATABASE.owner());
        owner.sql(CountingNode.TABLE).update();
        owner.sql(EarlyPositions.TABLE).update();
        query = DATABASE.as("ccg_query");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /// Two nodes share the segments and are restarted, interrupted and made to fail, while callers
    /// of two ledgers contend, are refused, and have what they commit rolled back.
    @Test
    void every_committed_event_is_applied_once() throws Exception {
        someCommitsFail();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        Set<Long> failed = ConcurrentHashMap.newKeySet();
        List<Ledger> ledgers = List.of(DATABASE.ledger(), DATABASE.ledger());
        try (LedgerEventStore one = store(ledgers.getFirst());
                LedgerEventStore two = store(ledgers.getLast());
                CountingNode first =
                        new CountingNode(
                                "counted",
                                one,
                                query,
                                query,
                                position -> position % 97 == 0 && failed.add(position));
                CountingNode last =
                        new CountingNode(
                                "counted",
                                two,
                                query,
                                query,
                                position -> position % 89 == 0 && failed.add(position));
                Callers some = Callers.start(ledgers.getFirst(), 8, 1);
                Callers others = Callers.start(ledgers.getLast(), 8, 2)) {
            for (int fault = 0; fault < FAULTS; fault++) {
                for (CountingNode node : List.of(first, last)) {
                    some.awaitStored(30);
                    node.interrupt(random);
                    others.awaitStored(30);
                    node.restart();
                }
            }
            some.stop();
            others.stop();
            long head = ledgers.getFirst().head();
            awaitReached("counted", head);

            assertThat(applied("counted"))
                    .isEqualTo(
                            LongStream.rangeClosed(1, head)
                                    .boxed()
                                    .collect(Collectors.toMap(Function.identity(), _ -> 1)));
            assertThat(
                            ledgers.getLast().readAfter(0, Integer.MAX_VALUE).stream()
                                    .map(StoredEvent::position))
                    .hasSize((int) head);
            assertThat(failed).isNotEmpty();
        }
    }

    /// What the test above would say of a store that hands out positions before it commits.
    @Test
    void a_reader_of_positions_that_are_handed_out_early_skips_one() throws Exception {
        String add = "insert into public.early default values";
        try (CountingNode _ =
                        new CountingNode(
                                "early", new EarlyPositions(query), query, query, _ -> false);
                CountingNode _ =
                        new CountingNode(
                                "early", new EarlyPositions(query), query, query, _ -> false);
                Connection slow = DATABASE.owner().getConnection();
                Statement open = slow.createStatement()) {
            slow.setAutoCommit(false);
            open.execute(add);
            JdbcClient.create(DATABASE.owner()).sql(add).update();
            awaitReached("early", 2);
            slow.commit();
            JdbcClient.create(DATABASE.owner()).sql(add).update();
            awaitReached("early", 3);
        }
        assertThat(applied("early")).containsOnlyKeys(2L, 3L);
    }

    /// What it would say of a projection that counts beside the transaction of its token.
    @Test
    void a_projection_that_counts_outside_the_transaction_applies_one_twice() throws Exception {
        Ledger ledger = DATABASE.ledger();
        DataSource apart = DATABASE.as("ccg_query");
        Set<Long> failed = ConcurrentHashMap.newKeySet();
        LongPredicate firstTime = position -> position == 1 && failed.add(position);
        try (LedgerEventStore store = store(ledger);
                CountingNode _ = new CountingNode("apart", store, query, apart, firstTime);
                CountingNode _ = new CountingNode("apart", store, query, apart, firstTime)) {
            awaitReached("apart", ledger.head());
        }
        assertThat(applied("apart")).containsEntry(1L, 2);
    }

    private static LedgerEventStore store(Ledger ledger) {
        return LedgerEventStore.of(
                ledger,
                new LedgerEventStorageEngine(
                        ledger, DATABASE.as("test_app"), AxonJson.serializer(), Clock.systemUTC()));
    }

    /// Waits until the stored tokens of all segments have reached a position.
    private static void awaitReached(String projection, long position) throws Exception {
        Patience.until(
                "every segment has reached " + position,
                () ->
                        JdbcClient.create(query)
                                        .sql(
                                                """
                                                select count(*) from projection.token_entry
                                                where processor_name = ?
                                                  and (convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint >= ?
                                                """)
                                        .params(projection, position)
                                        .query(Integer.class)
                                        .single()
                                == CountingNode.SEGMENTS);
    }

    private static Map<Long, Integer> applied(String projection) {
        Map<Long, Integer> applied = new HashMap<>();
        JdbcClient.create(query)
                .sql("select position, times from public.applied where projection = ?")
                .param(projection)
                .query((row, _) -> Map.entry(row.getLong(1), row.getInt(2)))
                .list()
                .forEach(entry -> applied.put(entry.getKey(), entry.getValue()));
        return applied;
    }

    /// One in thirty appends is rolled back when it commits, its positions then go to others.
    private static void someCommitsFail() {
        JdbcClient.create(DATABASE.owner())
                .sql(
                        """
                        create function public.perhaps_fail() returns trigger language plpgsql as $$
                        begin
                            if random() < 0.03 then
                                raise exception 'this one is to fail';
                            end if;
                            return null;
                        end $$;
                        create constraint trigger perhaps_fail after insert on ledger.event
                            deferrable initially deferred
                            for each row execute function public.perhaps_fail();
                        """)
                .update();
    }
}
