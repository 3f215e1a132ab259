package org.ccgledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ccgledger.ledger.AppendResult.Appended;
import org.ccgledger.ledger.AppendResult.Known;
import org.ccgledger.ledger.AppendResult.Overtaken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a writer that is alone appends without asking, and what it must ask about.
///
/// A writer that may not call `ledger.append` shows which is which.
class OptimisticAppendTest {

    private static final String TAG = "test:tag";

    private static final TestDatabase DATABASE = TestDatabase.create();

    private final Ledger ledger = DATABASE.ledger();

    @AfterEach
    void giveBack() throws SQLException {
        execute("grant execute on function ledger.append to ledger_app");
        ledger.close();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void a_writer_that_is_alone_does_not_ask() throws SQLException {
        String stream = name();
        Appended first = appended(Requests.to(stream, 0));
        takeRight();

        Appended next = appended(Requests.to(stream, 1));
        Appended begun = appended(Requests.to(name(), 0));
        Appended guarded =
                appended(
                        guarded(
                                new Guard.OfStream(stream, next.lastPosition()),
                                new Guard.OfTag(TAG, Set.of(Requests.TYPE), first.lastPosition())));

        assertThat(List.of(next, begun, guarded))
                .extracting(Appended::firstPosition)
                .containsExactly(
                        first.lastPosition() + 1,
                        first.lastPosition() + 2,
                        first.lastPosition() + 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void what_is_inserted_is_what_is_answered(int events) throws SQLException {
        appended(Requests.to(name(), 0));
        takeRight();
        String tag = name();
        NewEvent event =
                new NewEvent(
                        Requests.TYPE,
                        3,
                        LocalDate.of(2013, 4, 1),
                        Set.of(tag, TAG + tag),
                        "{\"a\":1}".getBytes(StandardCharsets.UTF_8),
                        List.of(new PersonalPart("/said", UUID.randomUUID(), "Said")));
        Appended appended =
                appended(
                        new Append(
                                UUID.randomUUID(),
                                new byte[32],
                                "{\"by\":1}".getBytes(StandardCharsets.UTF_8),
                                "{\"why\":1}".getBytes(StandardCharsets.UTF_8),
                                List.of(new PersonalPart("/why", UUID.randomUUID(), "Because")),
                                name(),
                                0,
                                Collections.nCopies(events, event),
                                List.of()));

        StoredCommand stored = ledger.command(appended.command().commandId()).orElseThrow();
        assertThat(stored).usingRecursiveComparison().isEqualTo(appended.command());
        for (StoredEvent one : stored.events()) {
            assertThat(ledger.personalText(one, "/said")).contains("Said");
            assertThat(event.tags())
                    .allSatisfy(each ->
                            assertThat(ledger.readTag(each, Set.of(Requests.TYPE)).events())
                                    .hasSize(events));
        }
        assertThat(ledger.personalText(stored.events().getFirst(), "decision:/why"))
                .contains("Because");
    }

    @Test
    void what_came_before_all_that_is_known_is_asked_about() throws SQLException {
        String older = name();
        try (Ledger other = DATABASE.ledger()) {
            other.append(Requests.to(older, 0));
        }
        long head = ledger.head();
        appended(Requests.to(name(), 0));

        takeRight();
        assertNeedsRight(guarded(new Guard.OfStream(older, head - 1)));
        assertNeedsRight(Requests.to(older, 1));
        assertNeedsRight(Requests.to(older, 0));
        execute("grant execute on function ledger.append to ledger_app");

        assertThat(ledger.append(guarded(new Guard.OfStream(older, head - 1))))
                .isInstanceOf(Overtaken.class);
        assertThat(ledger.append(Requests.to(older, 0))).isInstanceOf(Overtaken.class);
        assertThat(ledger.append(Requests.to(older, 1))).isInstanceOf(Appended.class);
    }

    @Test
    void what_is_overtaken_or_known_is_told_by_the_database() {
        String stream = name();
        Append first = Requests.to(stream, 0);
        Appended done = appended(first);
        appended(tagged());

        assertThat(ledger.append(first)).isInstanceOf(Known.class);
        assertThat(ledger.append(Requests.to(stream, 0))).isInstanceOf(Overtaken.class);
        assertThat(ledger.append(Requests.to(stream, 2))).isInstanceOf(Overtaken.class);
        assertThat(
                        ledger.append(
                                guarded(
                                        new Guard.OfTag(
                                                TAG,
                                                Set.of("test.B", Requests.TYPE),
                                                done.lastPosition()))))
                .isInstanceOf(Overtaken.class);
        assertThat(
                        ledger.append(
                                guarded(
                                        new Guard.OfTag(
                                                TAG, Set.of("test.B"), done.lastPosition()))))
                .isInstanceOf(Appended.class);
    }

    @Test
    void what_is_overtaken_or_known_in_a_batch_is_told_with_what_is_inserted() throws SQLException {
        try (WriterSession session =
                WriterSession.begin(DATABASE.as("test_app"), UUID.randomUUID())) {
            String stream = name();
            String read = name();
            Append first = Requests.to(stream, 0);
            session.append(batch(first, Requests.to(read, 0)));
            takeRight();

            List<AppendResult> results =
                    session.append(
                            batch(
                                    first,
                                    Requests.to(name(), 0),
                                    Requests.to(name(), 0),
                                    guarded(new Guard.OfStream(read, 0))));
            List<AppendResult> others =
                    session.append(batch(Requests.to(stream, 0), Requests.to(name(), 0)));

            assertThat(results)
                    .<Class<?>>extracting(AppendResult::getClass)
                    .containsExactly(Known.class, Appended.class, Appended.class, Overtaken.class);
            assertThat(others)
                    .<Class<?>>extracting(AppendResult::getClass)
                    .containsExactly(Overtaken.class, Appended.class);
            assertThat(((Appended) others.getLast()).firstPosition())
                    .isEqualTo(((Appended) results.get(2)).lastPosition() + 1);
        }
    }

    private List<AppendBatch.Entry> batch(Append... appends) {
        AppendPreparation preparation =
                new AppendPreparation(ledger.id(), new SubjectVault(DATABASE.as("test_app")));
        AppendBatch batch = new AppendBatch();
        for (Append append : appends) {
            assertThat(batch.add(preparation.prepare(append))).isEmpty();
        }
        return batch.entries();
    }

    @Test
    void the_append_of_another_process_is_noticed() {
        Appended mine = appended(Requests.to(name(), 0));
        appended(Requests.to(name(), 0));
        Append theirs = tagged();
        try (Ledger other = DATABASE.ledger()) {
            other.append(theirs);
        }

        assertThat(
                        ledger.append(
                                guarded(
                                        new Guard.OfTag(
                                                TAG, Set.of(Requests.TYPE), mine.lastPosition()))))
                .isInstanceOf(Overtaken.class);
        assertThat(ledger.append(theirs)).isInstanceOf(Known.class);
        assertThat(appended(Requests.to(name(), 0)).firstPosition())
                .isEqualTo(mine.lastPosition() + 3);
    }

    private Appended appended(Append append) {
        return (Appended) ledger.append(append);
    }

    private static Append tagged() {
        return Requests.of(name(), 0, UUID.randomUUID(), Requests.TYPE, Set.of(TAG), List.of());
    }

    private static Append guarded(Guard... guards) {
        return Requests.of(name(), 0, UUID.randomUUID(), Requests.TYPE, Set.of(), List.of(guards));
    }

    private static String name() {
        return "test:" + UUID.randomUUID();
    }

    private static void takeRight() throws SQLException {
        execute("revoke execute on function ledger.append from ledger_app");
    }

    private void assertNeedsRight(Append append) {
        assertThatThrownBy(() -> ledger.append(append))
                .isInstanceOf(LedgerException.Unavailable.class)
                .hasStackTraceContaining("permission denied for function append");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection owner = DATABASE.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
