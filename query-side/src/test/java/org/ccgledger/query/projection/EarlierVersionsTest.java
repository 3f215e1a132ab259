package org.ccgledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.Hearing;
import org.ccgledger.events.Hearing.HearingHeld;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.ledger.axon.LedgerEventStore;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.RecordedHistory;
import org.ccgledger.query.RunningQuerySide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A ledger with events of earlier versions than are written today, and one of a later build.
class EarlierVersionsTest {

    private static final String STREAM = "hearing:1";
    private static final String LATER = "hearing:2";
    private static final String TABLE =
            "create table projection.test_hearing (position bigint primary key, stored int not"
                    + " null, event text not null); grant select, insert, delete on"
                    + " projection.test_hearing to ccg_query";
    private static final RunningQuerySide QUERIES =
            new RunningQuerySide(Hearing.READER, Map.of("hearings", new Hearings(null)), TABLE);

    /// Writes what it is given.
    private record Hearings(@Nullable QueryDatabase given) implements Projector {
        @Override
        public String name() {
            return "test-hearings";
        }

        @Override
        public Set<Class<? extends CcgEvent>> concerns() {
            return Set.of(HearingHeld.class);
        }

        private QueryDatabase database() {
            return given != null ? given : QUERIES.bean(QueryDatabase.class);
        }

        @Override
        public void on(CcgEvent event, Recorded at) {
            database()
                    .write(
                            "insert into projection.test_hearing values (:position, :stored,"
                                    + " :event)",
                            Map.of(
                                    "position", at.position(),
                                    "stored", at.schemaVersion(),
                                    "event", event.toString()));
        }

        @Override
        public void reset() {
            database().sql().sql("delete from projection.test_hearing").update();
        }
    }

    @BeforeAll
    static void record() {
        for (int version : List.of(1, 2, 3)) {
            append(STREAM, version);
        }
        append(LATER, 4);
        append(LATER, 3);
        QUERIES.catchUp();
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    @Test
    void projections_are_given_what_is_written_today() {
        assertThat(rows()).containsExactly(row(1), row(2), row(3));

        QUERIES.replay("test-hearings");
        QUERIES.catchUp();

        assertThat(rows()).containsExactly(row(1), row(2), row(3));
    }

    @Test
    void a_rebuild_is_given_the_same() throws Exception {
        Rebuilds rebuilds =
                new Rebuilds(
                        QUERIES.database().owner(),
                        QUERIES.bean(Serializer.class),
                        (database, _) -> List.of(new Hearings(database)));

        assertThat(rebuilds.verify("test-hearings", (_, _) -> {}).different()).isEmpty();
    }

    @Test
    void axon_reads_what_is_written_today() {
        assertThat(
                        QUERIES.bean(LedgerEventStore.class)
                                .readEvents(STREAM)
                                .asStream()
                                .map(DomainEventMessage::getPayload))
                .map(Object.class::cast)
                .containsExactly(Hearing.read(1), Hearing.read(2), Hearing.read(3));
    }

    @Test
    void an_event_of_a_later_build_is_parked_with_its_followers() {
        assertThat(ProjectionStates.read(QUERIES.sql()).parked())
                .filteredOn(parked -> parked.projection().equals("test-hearings"))
                .extracting(parked -> parked.stream() + " " + parked.cause())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith(LATER).contains(Hearing.NAME, "4"),
                        next -> assertThat(next).startsWith(LATER));
    }

    @Test
    void the_ledger_and_its_auditors_have_what_was_stored() {
        List<StoredEvent> stored = QUERIES.ledger().readStream(STREAM).events();
        for (int version : List.of(1, 2, 3)) {
            StoredEvent event = stored.get(version - 1);
            assertThat(event.fact()).isEqualTo(Hearing.written(version));
            assertThat(event.schemaVersion()).isEqualTo(version);

            JsonNode shown = QUERIES.json("/v1/audit/events/" + event.position()).get("event");
            assertThat(shown.get("schemaVersion").asInt()).isEqualTo(version);
            assertThat(shown.get("fact"))
                    .isEqualTo(EventJson.MAPPER.readTree(Hearing.written(version)));
        }
    }

    @Test
    void a_difference_is_between_what_is_read_today() {
        String diff = "/v1/audit/streams/hearing/1/diff?from=";

        JsonNode renamed = QUERIES.json(diff + "1&to=2");
        assertThat(renamed.get("changes")).isEmpty();
        assertThat(renamed.at("/events/0/fact"))
                .isEqualTo(EventJson.MAPPER.readTree(Hearing.written(2)));

        JsonNode changed = QUERIES.json(diff + "1&to=3").get("changes");
        assertThat(changed).hasSize(1);
        assertThat(changed.at("/0/field").asString()).isEqualTo("open");
        assertThat(changed.at("/0/before").asBoolean()).isTrue();
        assertThat(changed.at("/0/after").asBoolean()).isFalse();
    }

    private static void append(String stream, int version) {
        QUERIES.history()
                .append(
                        stream,
                        RecordedHistory.metadata(),
                        List.of(
                                new NewEvent(
                                        Hearing.NAME,
                                        version,
                                        LocalDate.of(2013, 4, 1),
                                        Set.of(),
                                        Hearing.written(version),
                                        List.of())));
    }

    private static List<String> rows() {
        return QUERIES.sql()
                .sql("select stored || ' ' || event from projection.test_hearing order by position")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String row(int version) {
        return version + " " + Hearing.read(version);
    }
}
