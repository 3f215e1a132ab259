package org.ccgledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.serialization.Serializer;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.authorisation.AuthorisationEvent.AssignedToWave;
import org.ccgledger.query.Projectors;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.ccgledger.query.projection.Rebuilds.Replayed;
import org.ccgledger.query.projection.Rebuilds.RowDifference;
import org.ccgledger.query.projection.Rebuilds.TableDigest;
import org.ccgledger.query.projection.Rebuilds.Verified;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RebuildsTest {

    private static final LocalDate DAY = LocalDate.parse("2012-09-01");
    private static final Rebuilds.Watch NOBODY = (_, _) -> {};
    private static final RunningQuerySide QUERIES = new RunningQuerySide();

    /// More than one batch, so that a rebuild can be cut off.
    @BeforeAll
    static void history() {
        SampleHistory.appendTo(QUERIES.history());
        while (QUERIES.ledger().head() <= Replay.BATCH) {
            record(new CcgCode("01Y"), 1);
        }
        QUERIES.catchUp();
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    private static Rebuilds rebuilds() throws Exception {
        return new Rebuilds(
                QUERIES.database().owner(), QUERIES.bean(Serializer.class), Projectors::on);
    }

    private static Verified verified(String projection) throws Exception {
        try (Rebuilds rebuilds = rebuilds()) {
            return rebuilds.verify(projection, NOBODY);
        }
    }

    private static void plant(String statement) {
        assertThat(QUERIES.sql().sql(statement).update()).isPositive();
    }

    private static void record(CcgCode ccg, int wave) {
        QUERIES.history()
                .append(
                        StreamName.application(ccg),
                        new AssignedToWave(ccg, wave, new CatalogueVersion("final-2012"), DAY));
    }

    private static long position(String projection) {
        return QUERIES.bean(Progress.class).of(projection).orElseThrow().position();
    }

    @Test
    void a_replay_makes_every_row_of_every_projection_as_it_is() throws Exception {
        List<String> tables = new ArrayList<>();
        try (Rebuilds rebuilds = rebuilds()) {
            assertThat(rebuilds.names()).containsExactlyInAnyOrderElementsOf(QUERIES.projections());
            for (String projection : rebuilds.names()) {
                Verified verified = rebuilds.verify(projection, NOBODY);
                assertThat(verified.different()).isEmpty();
                verified.tables().stream().map(TableDigest::table).forEach(tables::add);
            }
        }
        // Progress and the like apart, and what the migrations fill.
        assertThat(tables)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        QUERIES.sql()
                                .sql(
                                        "select relname from pg_class where relnamespace = 'projection'::regnamespace"
                                                + " and relkind = 'r' and relname not in ('progress', 'token_entry',"
                                                + " 'dead_letter_entry', 'schema_history',"
                                                + " 'area_team', 'criterion_domain', 'support_level')")
                                .query((row, _) -> row.getString(1))
                                .list());
        assertThat(tablesOfRebuilds()).isEmpty();
    }

    private static List<String> tablesOfRebuilds() {
        return QUERIES.sql()
                .sql(
                        "select relname from pg_class where relnamespace = 'rebuild'::regnamespace"
                                + " and relkind = 'r' and relname <> 'skipped_event'")
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void a_row_that_was_changed_is_named_and_a_rebuild_mends_it() throws Exception {
        plant(
                "update projection.audit_event set sentence = sentence || ' Or not.' where position ="
                        + " (select max(position) from projection.audit_event)");
        long reached = position("audit-events");

        List<RowDifference> different = verified("audit-events").different();

        assertThat(different).extracting(RowDifference::table).containsExactly("audit_event");
        assertThat(different.getFirst().key()).startsWith("position ");
        assertThat(different.getFirst().live()).isNotEqualTo(different.getFirst().replayed());
        try (Rebuilds rebuilds = rebuilds()) {
            Replayed replayed = rebuilds.rebuild("audit-events", NOBODY);
            assertThat(replayed.position()).isEqualTo(reached);
            assertThat(replayed.events()).isEqualTo(reached);
        }
        assertThat(verified("audit-events").different()).isEmpty();
        assertThat(position("audit-events")).isEqualTo(reached);
    }

    @Test
    void a_row_that_was_taken_away_and_one_that_was_put_in_are_named() throws Exception {
        plant(
                "delete from projection.condition where ctid = (select min(ctid) from projection.condition)");
        plant(
                "update projection.condition_level set known_from = known_from - 1 where ctid ="
                        + " (select min(ctid) from projection.condition_level)");

        List<RowDifference> different = verified("conditions").different();

        assertThat(different)
                .extracting(RowDifference::table)
                .containsExactlyInAnyOrder("condition", "condition_level");
        assertThat(different)
                .anySatisfy(row -> {
                    assertThat(row.table()).isEqualTo("condition");
                    assertThat(row.live()).isNull();
                })
                .anySatisfy(row -> {
                    assertThat(row.table()).isEqualTo("condition_level");
                    assertThat(row.replayed()).isNull();
                });
        try (Rebuilds rebuilds = rebuilds()) {
            rebuilds.rebuild("conditions", NOBODY);
        }
        assertThat(verified("conditions").different()).isEmpty();
    }

    @Test
    void whoever_reads_meanwhile_is_served_the_old_rows_or_the_new() throws Exception {
        String question =
                "/v1/conditions?limit=500&asOf=2013-04-01&knownAt=" + position("conditions");
        String right = answer(question).body();
        plant("update projection.condition_text set text = text || ' (changed)'");
        String wrong = answer(question).body();
        assertThat(wrong).isNotEqualTo(right);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger asked = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> reader =
                CompletableFuture.runAsync(() -> {
                    while (!over.get()) {
                        HttpResponse<String> answer = answer(question);
                        seen.add(answer.statusCode() == 200 ? answer.body() : answer.toString());
                        asked.incrementAndGet();
                    }
                });
        try (Rebuilds rebuilds = rebuilds()) {
            rebuilds.rebuild(
                    "conditions",
                    (_, _) -> {
                        int before = asked.get();
                        while (asked.get() < before + 3 && !reader.isDone()) {
                            Thread.onSpinWait();
                        }
                    });
        } finally {
            over.set(true);
        }
        reader.join();

        assertThat(new HashSet<>(Set.of(right, wrong))).containsAll(seen);
        assertThat(asked.get()).isGreaterThan(3);
        assertThat(answer(question).body()).isEqualTo(right);
    }

    private static HttpResponse<String> answer(String question) {
        return QUERIES.get(question);
    }

    @Test
    void what_is_recorded_meanwhile_is_in_the_rows_once() throws Exception {
        CcgCode ccg = new CcgCode("01X");
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger recorded = new AtomicInteger();
        CompletableFuture<Void> recorder =
                CompletableFuture.runAsync(() -> {
                    while (!over.get()) {
                        record(ccg, 1 + recorded.getAndIncrement() % 4);
                    }
                });
        Replayed replayed;
        try (Rebuilds rebuilds = rebuilds()) {
            for (int i = 0; i < 5; i++) {
                rebuilds.rebuild("audit-events", NOBODY);
            }
            replayed = rebuilds.rebuild("authorisation", NOBODY);
        } finally {
            over.set(true);
        }
        recorder.join();
        QUERIES.catchUp();

        assertThat(recorded.get()).isPositive();
        assertThat(replayed.position()).isLessThanOrEqualTo(QUERIES.ledger().head());
        assertThat(
                        QUERIES.sql()
                                .sql(
                                        "select count(*) from projection.audit_event where stream = 'application:01X'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(recorded.get());
        assertThat(verified("audit-events").different()).isEmpty();
        assertThat(verified("authorisation").different()).isEmpty();
    }

    @Test
    void a_rebuild_that_was_cut_off_is_gone_on_with() throws Exception {
        long end = position("delegations");
        try (Rebuilds rebuilds = rebuilds()) {
            assertThatThrownBy(() ->
                            rebuilds.rebuild(
                                    "delegations",
                                    (_, _) -> {
                                        throw new IllegalStateException("cut off");
                                    }))
                    .hasMessage("cut off");
        }
        assertThat(tablesOfRebuilds()).isNotEmpty();
        try (Rebuilds rebuilds = rebuilds()) {
            Replayed replayed = rebuilds.rebuild("delegations", NOBODY);
            assertThat(replayed.position()).isGreaterThanOrEqualTo(end);
            assertThat(replayed.events()).isLessThan(replayed.position()).isPositive();
        }
        assertThat(verified("delegations").different()).isEmpty();
    }

    @Test
    void a_rebuild_that_was_cut_off_is_gone_on_with_after_another_one() throws Exception {
        try (Rebuilds rebuilds = rebuilds()) {
            assertThatThrownBy(() ->
                            rebuilds.rebuild(
                                    "delegations",
                                    (_, _) -> {
                                        throw new IllegalStateException("cut off");
                                    }))
                    .hasMessage("cut off");
        }
        try (Rebuilds rebuilds = rebuilds()) {
            rebuilds.rebuild("stated-figures", NOBODY);
        }
        try (Rebuilds rebuilds = rebuilds()) {
            Replayed replayed = rebuilds.rebuild("delegations", NOBODY);
            assertThat(replayed.events()).isLessThan(replayed.position());
        }
        assertThat(tablesOfRebuilds()).isEmpty();
    }

    @Test
    void one_rebuild_runs_at_a_time() throws Exception {
        try (Rebuilds _ = rebuilds()) {
            assertThatThrownBy(RebuildsTest::rebuilds)
                    .hasMessage("Another rebuild or verification is under way.");
        }
        rebuilds().close();
    }

    @Test
    void what_is_no_projection_is_not_rebuilt() throws Exception {
        try (Rebuilds rebuilds = rebuilds()) {
            assertThatThrownBy(() -> rebuilds.rebuild("none", NOBODY))
                    .hasMessage("No projection is named none.");
        }
    }
}
