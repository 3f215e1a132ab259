package org.ccgledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.serialization.Serializer;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationLapsed;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationWithdrawn;
import org.ccgledger.events.authorisation.AuthorisationEvent.AssignedToWave;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.projection.ProjectionStates.Parked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParkedEventsTest {

    private static final LocalDate DAY = LocalDate.parse("2012-09-01");
    private static final Rebuilds.Watch NOBODY = (_, _) -> {};
    private static final String TABLE =
            "create table projection.test_wave (ccg text not null, position bigint primary key, wave int not null);"
                    + " grant select, insert, delete on projection.test_wave to ccg_query";

    private final RunningQuerySide queries = queries();

    /// Writes the wave of every application, and cannot bear one of them.
    private static final class Waves implements Projector {

        private static @Nullable RunningQuerySide running;

        private final @Nullable QueryDatabase given;
        private final int unbearable;

        Waves(@Nullable QueryDatabase given, int unbearable) {
            this.given = given;
            this.unbearable = unbearable;
        }

        @Override
        public String name() {
            return "test-waves";
        }

        @Override
        public Set<Class<? extends CcgEvent>> concerns() {
            return Set.of(AssignedToWave.class);
        }

        private QueryDatabase database() {
            return given != null
                    ? given
                    : Objects.requireNonNull(running).bean(QueryDatabase.class);
        }

        @Override
        public void on(CcgEvent event, Recorded at) {
            if (event instanceof AssignedToWave assigned) {
                Map<String, @Nullable Object> row = new HashMap<>();
                row.put("ccg", assigned.ccg().value());
                row.put("position", at.position());
                row.put("wave", assigned.wave() == unbearable ? null : assigned.wave());
                database()
                        .write(
                                "insert into projection.test_wave values (:ccg, :position, :wave)",
                                row);
            }
        }

        @Override
        public void reset() {
            database().sql().sql("delete from projection.test_wave").update();
        }
    }

    private static RunningQuerySide queries() {
        RunningQuerySide queries =
                new RunningQuerySide(3, Map.of("waves", new Waves(null, 13)), TABLE);
        Waves.running = queries;
        return queries;
    }

    @BeforeEach
    void parkOne() {
        record("01A", 1);
        record("01B", 13);
        record("01B", 2);
        record("01C", 3);
        queries.catchUp();
    }

    @AfterEach
    void close() {
        queries.close();
    }

    private long record(String ccg, int wave) {
        CcgCode code = new CcgCode(ccg);
        return queries.history()
                .append(
                        StreamName.application(code),
                        new AssignedToWave(code, wave, new CatalogueVersion("final-2012"), DAY));
    }

    private Rebuilds rebuilds(int unbearable) throws Exception {
        return new Rebuilds(
                queries.database().owner(),
                queries.bean(Serializer.class),
                (database, _) -> List.of(new Waves(database, unbearable)));
    }

    private List<Parked> parked() {
        return ProjectionStates.read(queries.sql()).parked();
    }

    private List<String> rows() {
        return queries.sql()
                .sql("select ccg || ' ' || wave from projection.test_wave order by position")
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void what_is_parked_is_listed_with_its_cause_and_place() {
        assertThat(parked()).extracting(Parked::stream).containsOnly("application:01B");
        assertThat(parked()).extracting(Parked::position).containsExactly(3L, 4L);
        assertThat(parked().getFirst().cause()).contains("null value in column \"wave\"");
        assertThat(parked().getLast().cause()).isNull();
        assertThat(ProjectionStates.read(queries.sql()).states())
                .filteredOn(state -> state.projection().equals("test-waves"))
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.parked()).isEqualTo(2);
                    assertThat(state.behind()).isZero();
                    assertThat(state.isFed()).isTrue();
                });
    }

    @Test
    void a_replay_parks_the_same_and_makes_the_same_rows() throws Exception {
        try (Rebuilds rebuilds = rebuilds(13)) {
            assertThat(rebuilds.verify("test-waves", NOBODY).different()).isEmpty();
            assertThat(rebuilds.rebuild("test-waves", NOBODY).parked()).isEqualTo(2);
        }
        assertThat(rows()).containsExactly("01A 1", "01C 3");
        assertThat(parked()).hasSize(2);
    }

    @Test
    void a_projector_that_was_mended_handles_them_in_their_place() throws Exception {
        try (Rebuilds rebuilds = rebuilds(0)) {
            assertThat(rebuilds.verify("test-waves", NOBODY).different())
                    .extracting(Rebuilds.RowDifference::table)
                    .containsExactly("test_wave", "dead_letter_entry");
            rebuilds.rebuild("test-waves", NOBODY);
        }
        assertThat(rows()).containsExactly("01A 1", "01B 13", "01B 2", "01C 3");
        assertThat(parked()).isEmpty();

        record("01B", 4);
        queries.catchUp();

        assertThat(rows()).last().isEqualTo("01B 4");
    }

    @Test
    void an_event_that_is_skipped_lets_its_followers_go_on() throws Exception {
        try (Rebuilds rebuilds = rebuilds(13)) {
            assertThatThrownBy(() -> rebuilds.skip("test-waves", 2, "It is in order.", NOBODY))
                    .hasMessage("The projection test-waves has parked no event at position 2.");
            rebuilds.skip("test-waves", 3, "There is no wave 13.", NOBODY);
            assertThat(rebuilds.verify("test-waves", NOBODY).different()).isEmpty();
        }
        assertThat(rows()).containsExactly("01A 1", "01B 2", "01C 3");
        assertThat(parked()).isEmpty();
        assertThat(skipped()).containsExactly("test-waves 3 There is no wave 13.");

        queries.replay("test-waves");
        queries.catchUp();

        assertThat(rows()).containsExactly("01A 1", "01B 2", "01C 3");
    }

    private List<String> skipped() {
        return queries.sql()
                .sql(
                        "select projection || ' ' || position || ' ' || reason from rebuild.skipped_event")
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void a_skip_that_is_refused_leaves_nothing_behind() throws Exception {
        try (Rebuilds rebuilds = rebuilds(3)) {
            assertThatThrownBy(() -> rebuilds.skip("test-waves", 3, "There is no wave 13.", NOBODY))
                    .hasMessageContaining("events of application:01C cannot be handled now");
        }
        assertThat(skipped()).isEmpty();
        try (Rebuilds rebuilds = rebuilds(13)) {
            assertThatThrownBy(() ->
                            rebuilds.skip(
                                    "test-waves",
                                    3,
                                    "There is no wave 13.",
                                    (_, _) -> {
                                        throw new IllegalStateException("cut off");
                                    }))
                    .hasMessage("cut off");
        }
        assertThat(skipped()).isEmpty();
        try (Rebuilds rebuilds = rebuilds(13)) {
            assertThat(rebuilds.rebuild("test-waves", NOBODY).parked()).isEqualTo(2);
        }
    }

    @Test
    void what_is_recorded_while_rows_are_exchanged_is_not_parked_behind_what_no_longer_is()
            throws Exception {
        AtomicInteger reached = new AtomicInteger();
        try (Rebuilds rebuilds = rebuilds(0)) {
            rebuilds.rebuild(
                    "test-waves",
                    (_, _) -> {
                        if (reached.incrementAndGet() == 1) {
                            // So that there is something left to do while the live one is halted.
                            record("01C", 4);
                            queries.catchUp();
                        } else {
                            record("01B", 3);
                            awaitAProjectionThatWaits();
                        }
                    });
        }
        queries.catchUp();

        assertThat(reached).hasValue(2);
        assertThat(parked()).isEmpty();
        assertThat(rows()).containsExactly("01A 1", "01B 13", "01B 2", "01C 3", "01C 4", "01B 3");
    }

    @Test
    void a_reset_waits_for_an_exchange_of_rows_before_it_touches_any() throws Exception {
        CompletableFuture<Void> reset;
        try (Connection exchange = queries.database().owner().getConnection();
                Statement statement = exchange.createStatement()) {
            exchange.setAutoCommit(false);
            statement.execute(
                    "select pg_advisory_xact_lock('projection.progress'::regclass::int, hashtext('test-waves'))");
            reset = CompletableFuture.runAsync(() -> queries.replay("test-waves"));
            awaitAProjectionThatWaits();
            statement.execute(
                    "delete from projection.dead_letter_entry where processing_group = 'test-waves'");
            exchange.commit();
        }
        reset.join();
        queries.catchUp();

        assertThat(parked()).hasSize(2);
        assertThat(rows()).containsExactly("01A 1", "01C 3");
    }

    private void awaitAProjectionThatWaits() {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!queries.sql()
                .sql(
                        "select exists (select from pg_stat_activity where datname = current_database()"
                                + " and usename = 'ccg_query' and wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single()) {
            assertThat(System.nanoTime()).as("Nobody waits for a lock").isLessThan(deadline);
        }
    }

    @Test
    void an_event_that_does_not_concern_the_projection_is_not_parked() throws Exception {
        CcgCode code = new CcgCode("01B");
        queries.history()
                .append(
                        StreamName.application(code),
                        new ApplicationLapsed(code, DAY),
                        new ApplicationWithdrawn(code, DAY));
        queries.catchUp();

        assertThat(parked()).extracting(Parked::position).containsExactly(3L, 4L);
        try (Rebuilds rebuilds = rebuilds(13)) {
            assertThat(rebuilds.verify("test-waves", NOBODY).different()).isEmpty();
        }
    }

    @Test
    void what_the_live_projection_has_handled_is_not_parked_by_a_rebuild() throws Exception {
        try (Rebuilds rebuilds = rebuilds(3)) {
            assertThatThrownBy(() -> rebuilds.rebuild("test-waves", NOBODY))
                    .hasMessage(
                            "The projection test-waves stays as it is: events of application:01C cannot be handled now.");
        }
        assertThat(rows()).containsExactly("01A 1", "01C 3");
    }
}
