package org.ccgledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.serialization.Serializer;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Authority;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.EventType;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.Role;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.AppendResult.Appended;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerSchema;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.PersonalPart;
import org.ccgledger.ledger.TestDatabase;
import org.ccgledger.ledger.axon.AxonJson;
import org.ccgledger.ledger.axon.EventNames;
import org.ccgledger.ledger.axon.LedgerEventStorageEngine;
import org.ccgledger.ledger.axon.LedgerEventStore;
import org.ccgledger.ledger.axon.NamedEventSerializer;
import org.ccgledger.query.QuerySchema;
import org.ccgledger.query.projection.Progress;
import org.ccgledger.query.projection.Projections;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.sentences.Examples;
import org.ccgledger.query.sentences.NamesInLedger;
import org.jspecify.annotations.Nullable;

/// A ledger in a database of its own with the read models that a test projects from it.
public final class AuditedLedger implements AutoCloseable {

    public static final Actor SUB_COMMITTEE =
            new Actor("a-17", Role.BOARD_AUTHORISATION, BodyRef.BOARD, null);
    public static final Authority SECTION_14C =
            new Authority("NHS Act 2006", "s.14C", "Scheme of delegation 2012");

    private final TestDatabase database = TestDatabase.create();
    private final Ledger ledger = database.ledger();
    private final QueryDatabase query;

    private AuditedLedger() {
        QuerySchema.migrate(database.owner());
        LedgerSchema.login(database.owner(), "test_query", "test", "ccg_query");
        query = new QueryDatabase(database.as("test_query"));
    }

    public static AuditedLedger create() {
        return new AuditedLedger();
    }

    public Ledger ledger() {
        return ledger;
    }

    public QueryDatabase query() {
        return query;
    }

    public TestDatabase database() {
        return database;
    }

    public NamesInLedger names() {
        return new NamesInLedger(ledger);
    }

    /// A decision of the Board's sub-committee with its reasons.
    public static EventMetadata decision(String command) {
        return new EventMetadata(
                command,
                true,
                SUB_COMMITTEE,
                SECTION_14C,
                "The criteria were considered one by one",
                List.of(DocRef.titled("Paper 3 of 14 March 2013")),
                null,
                "correlation-1",
                null,
                "2012-authorisation");
    }

    public static EventMetadata fact(String command, Actor actor) {
        return new EventMetadata(
                command, false, actor, null, null, List.of(), null, "correlation-2", null, "rules");
    }

    /// Records what one command brought about, and returns the position of the first event.
    public long append(EventMetadata metadata, Object stream, CcgEvent... events) {
        return append(UUID.randomUUID(), metadata, stream, events);
    }

    public long append(UUID command, EventMetadata metadata, Object stream, CcgEvent... events) {
        List<NewEvent> written = Arrays.stream(events).map(AuditedLedger::written).toList();
        String name = stream.toString();
        int version = ledger.readStream(name).events().size();
        return ((Appended)
                        ledger.append(
                                new Append(
                                        command,
                                        new byte[32],
                                        EventJson.fact(metadata),
                                        EventJson.fact(List.of()),
                                        List.of(),
                                        name,
                                        version,
                                        written,
                                        List.of())))
                .firstPosition();
    }

    private static NewEvent written(CcgEvent event) {
        EventType type = EventTypes.of(event);
        EventJson.Written written = EventJson.write(event);
        return new NewEvent(
                type.name(),
                type.version(),
                event.effectiveOn(),
                event.tags().stream().map(Object::toString).collect(Collectors.toSet()),
                written.fact(),
                written.personal().stream()
                        .map(part ->
                                new PersonalPart(
                                        part.field(),
                                        UUID.fromString(part.subject().value()),
                                        part.text()))
                        .toList());
    }

    /// Brings the read models of the projectors up to the ledger's head, in batches of a size.
    public void project(int batch, Projector... projectors) {
        run(batch, false, projectors);
    }

    /// The same from the beginning.
    public void replay(int batch, Projector... projectors) {
        run(batch, true, projectors);
    }

    private void run(int batch, boolean replay, Projector... projectors) {
        Serializer serializer =
                new NamedEventSerializer(
                        EventNames.of(
                                EventTypes.READER.types(),
                                EventType::name,
                                EventType::version,
                                EventType::carrier,
                                EventJson::fact,
                                EventJson::read),
                        AxonJson.serializer());
        try (LedgerEventStore events =
                LedgerEventStore.of(
                        ledger,
                        new LedgerEventStorageEngine(
                                ledger, database.as("test_app"), serializer, Clock.systemUTC()))) {
            Progress progress = new Progress(query, ledger, events);
            Projections projections =
                    new Projections(
                            List.of(projectors), events, serializer, query, progress, batch);
            projections.start();
            if (replay) {
                projections.names().forEach(projections::replay);
            }
            boolean done =
                    progress.await(projections.names(), ledger.head(), Duration.ofSeconds(20));
            projections.stop();
            if (!done) {
                throw new AssertionError("Not projected in time: " + progress.all());
            }
        }
    }

    /// All rows of a table of schema `projection`, as PostgreSQL writes them.
    public List<@Nullable String> rows(String table) {
        return query.sql()
                .sql("select t::text from projection." + table + " t order by position")
                .query(String.class)
                .list();
    }

    public List<@Nullable String> parked() {
        return query.sql()
                .sql("select cause_message from projection.dead_letter_entry")
                .query(String.class)
                .list();
    }

    /// Records events of every kind and projects them in batches of several sizes.
    public void assertReplaysAreEqual(Projector projector, String... tables) {
        for (EventType type : EventTypes.all()) {
            for (boolean optional : List.of(true, false)) {
                CcgEvent event = Examples.of(type.carrier(), optional);
                append(decision("Decide"), "stream:" + type.name(), event, event);
            }
        }
        project(500, projector);
        assertThat(parked()).isEmpty();
        List<List<@Nullable String>> first = Arrays.stream(tables).map(this::rows).toList();
        assertThat(first).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        for (int batch : List.of(1, 7, 1000)) {
            replay(batch, projector);
            assertThat(Arrays.stream(tables).map(this::rows).toList()).isEqualTo(first);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
