package org.ccgledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.axonframework.serialization.Serializer;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.authorisation.AuthorisationEvent.AssignedToWave;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.projection.Rebuilds.Replayed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A rebuild that meets the live projection in the middle of a batch.
class HaltedProjectionTest {

    private static final String TABLE =
            "create table projection.test_count (position bigint primary key, before int not null);"
                    + " grant select, insert, delete on projection.test_count to ccg_query";
    private static final Counts LIVE = new Counts(null);
    private static final RunningQuerySide QUERIES =
            new RunningQuerySide(1, Map.of("counts", LIVE), TABLE);

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    /// Writes with each event how many rows there were before, and may stop between the two.
    private static final class Counts implements Projector {

        private final @Nullable QueryDatabase given;
        private final CountDownLatch hasRead = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        Counts(@Nullable QueryDatabase given) {
            this.given = given;
        }

        private QueryDatabase database() {
            return given != null ? given : QUERIES.bean(QueryDatabase.class);
        }

        @Override
        public String name() {
            return "test-counts";
        }

        @Override
        public Set<Class<? extends CcgEvent>> concerns() {
            return Set.of(AssignedToWave.class);
        }

        @Override
        public void on(CcgEvent event, Recorded at) {
            int before =
                    database()
                            .sql()
                            .sql("select count(*) from projection.test_count")
                            .query(Integer.class)
                            .single();
            if (given == null && ((AssignedToWave) event).wave() == 4) {
                stop();
            }
            database()
                    .sql()
                    .sql("insert into projection.test_count values (?, ?)")
                    .params(at.position(), before)
                    .update();
        }

        private void stop() {
            hasRead.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void reset() {
            database().sql().sql("delete from projection.test_count").update();
        }
    }

    private static void record(int wave) {
        CcgCode code = new CcgCode("01A");
        QUERIES.history()
                .append(
                        StreamName.application(code),
                        new AssignedToWave(
                                code,
                                wave,
                                new CatalogueVersion("final-2012"),
                                LocalDate.parse("2012-09-01")));
    }

    private static boolean isWaitedForALock() {
        return QUERIES.sql()
                .sql(
                        "select exists (select from pg_locks where locktype = 'advisory' and not granted"
                                + " and database = (select oid from pg_database where datname = current_database()))")
                .query(Boolean.class)
                .single();
    }

    @Test
    void rows_are_exchanged_between_batches_and_never_within_one() throws Exception {
        record(1);
        record(2);
        QUERIES.catchUp();
        QUERIES.sql().sql("delete from projection.test_count where before = 0").update();
        record(4);
        LIVE.hasRead.await();

        try (Rebuilds rebuilds =
                new Rebuilds(
                        QUERIES.database().owner(),
                        QUERIES.bean(Serializer.class),
                        (database, _) -> List.of(new Counts(database)))) {
            CompletableFuture<Replayed> rebuild =
                    CompletableFuture.supplyAsync(
                            () -> rebuilds.rebuild("test-counts", (_, _) -> {}));
            while (!isWaitedForALock() && !rebuild.isDone()) {
                Thread.onSpinWait();
            }
            LIVE.goOn.countDown();
            rebuild.join();
        }
        record(3);
        QUERIES.catchUp();

        assertThat(
                        QUERIES.sql()
                                .sql("select before from projection.test_count order by position")
                                .query((row, _) -> row.getInt(1))
                                .list())
                .containsExactly(0, 1, 2, 3);
    }
}
