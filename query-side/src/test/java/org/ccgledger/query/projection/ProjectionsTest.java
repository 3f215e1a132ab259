package org.ccgledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.authorisation.AuthorisationEvent.AssignedToWave;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.RecordedHistory;
import org.ccgledger.query.RunningQuerySide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProjectionsTest {

    private static final LocalDate DAY = LocalDate.parse("2012-09-01");
    private static final String TABLE =
            "create table projection.test_wave (ccg text not null, position bigint not null, wave int not null);"
                    + " grant select, insert, delete on projection.test_wave to ccg_query";
    private static final Waves WAVES = new Waves();
    private static final RunningQuerySide QUERIES =
            new RunningQuerySide(3, Map.of("waves", WAVES), TABLE);

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    /// Writes the wave of every application, and cannot bear wave 13.
    static final class Waves implements Projector {

        private volatile boolean mended;

        @Override
        public String name() {
            return "test-waves";
        }

        @Override
        public Set<Class<? extends CcgEvent>> concerns() {
            return Set.of(AssignedToWave.class);
        }

        @Override
        public void on(CcgEvent event, Recorded at) {
            if (event instanceof AssignedToWave assigned) {
                insert(assigned, at, assigned.wave());
                if (assigned.wave() == 13 && !mended) {
                    insert(assigned, at, null);
                }
            }
        }

        private static JdbcClient sql() {
            return QUERIES.bean(QueryDatabase.class).sql();
        }

        private static void insert(AssignedToWave assigned, Recorded at, @Nullable Object wave) {
            sql().sql("insert into projection.test_wave values (?, ?, ?)")
                    .params(java.util.Arrays.asList(assigned.ccg().value(), at.position(), wave))
                    .update();
        }

        @Override
        public void reset() {
            sql().sql("delete from projection.test_wave").update();
        }
    }

    @Test
    void an_event_that_fails_is_parked_with_its_followers_while_other_streams_go_on() {
        RecordedHistory history = QUERIES.history();
        append(history, "01A", 1);
        append(history, "01B", 13);
        append(history, "01B", 2);
        append(history, "01C", 3);
        history.append(
                "application:01D",
                RecordedHistory.metadata(),
                List.of(
                        new NewEvent(
                                "ccg.future.SomethingNew",
                                1,
                                DAY,
                                Set.of(),
                                "{}".getBytes(StandardCharsets.UTF_8),
                                List.of())));
        append(history, "01D", 4);
        append(history, "01E", 4);

        QUERIES.catchUp();

        assertThat(rows()).containsExactly("01A 1", "01C 3", "01E 4");
        assertThat(parked())
                .containsExactly(
                        "application:01B 1",
                        "application:01B 2",
                        "application:01D 1",
                        "application:01D 2");

        assertThat(
                        QUERIES.json("/v1/projections")
                                .get("items")
                                .valueStream()
                                .filter(p -> p.get("projection").asString().equals("test-waves"))
                                .map(p -> p.get("parked").asInt() + " " + p.get("behind").asInt()))
                .containsExactly("4 0");

        WAVES.mended = true;
        QUERIES.replay("test-waves");
        QUERIES.catchUp();

        assertThat(rows()).containsExactly("01A 1", "01B 13", "01B 2", "01C 3", "01E 4");
        assertThat(parked()).containsExactly("application:01D 1", "application:01D 2");
    }

    private static void append(RecordedHistory history, String ccg, int wave) {
        CcgCode code = new CcgCode(ccg);
        history.append(
                StreamName.application(code),
                new AssignedToWave(code, wave, new CatalogueVersion("final-2012"), DAY));
    }

    private static List<String> rows() {
        return QUERIES.sql()
                .sql("select ccg || ' ' || wave from projection.test_wave order by position")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static List<String> parked() {
        return QUERIES.sql()
                .sql(
                        "select sequence_identifier || ' ' || sequence_index from projection.dead_letter_entry"
                                + " where processing_group = 'test-waves' order by 1")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
