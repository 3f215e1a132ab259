package org.ccgledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.ccgledger.ledger.AppendResult.Appended;
import org.ccgledger.ledger.AppendResult.Known;
import org.ccgledger.ledger.AppendResult.Overtaken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What waits while a commit is under way, and what becomes of it when the connection fails.
///
/// A test holds the append's lock while requests come in, so that they are written together.
@Timeout(60)
class GroupCommitTest {

    private static final String LOCK = "4919131752989213764";
    private static final int MORE_THAN_A_BATCH = 119;
    private static final Duration PATIENT = Duration.ofMinutes(1);

    private static final TestDatabase DATABASE = TestDatabase.create();

    private final Ledger ledger = DATABASE.ledger(DATABASE.unpooled());
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    private @Nullable Future<AppendResult> first;
    private long head;

    /// The writer's term has begun, so what waits for the lock later is an append.
    @BeforeEach
    void begin() {
        head = ((Appended) ledger.append(Requests.to(name("begun"), 0))).lastPosition();
    }

    @AfterEach
    void endCalls() throws Exception {
        if (first != null) {
            appended(first);
        }
        callers.close();
        ledger.close();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void what_waited_for_a_commit_is_committed_together() throws Exception {
        List<StoredEvent> events = waited(20);

        assertThat(events)
                .extracting(StoredEvent::recordedAt)
                .containsOnly(events.getFirst().recordedAt());
        assertThat(events)
                .extracting(StoredEvent::position)
                .containsExactlyInAnyOrder(positions(20));
    }

    @Test
    void of_many_who_wait_half_are_committed_together() throws Exception {
        assertThat(batchesOf(MORE_THAN_A_BATCH)).containsExactly(60, 59);
    }

    @Test
    void while_another_node_appends_all_who_wait_are_committed_together() throws Exception {
        try (Ledger other = DATABASE.ledger(DATABASE.unpooled())) {
            assertThat(other.append(Requests.to(name("theirs"), 0))).isInstanceOf(Appended.class);
        }
        assertThat(ledger.append(Requests.to(name("noticed"), 0))).isInstanceOf(Appended.class);

        assertThat(batchesOf(MORE_THAN_A_BATCH)).containsExactly(MORE_THAN_A_BATCH);
    }

    /// How many were committed together, of those that wait for one commit.
    private Collection<Integer> batchesOf(int count) throws Exception {
        Map<Instant, Integer> batches = new TreeMap<>();
        for (StoredEvent event : waited(count)) {
            batches.merge(event.recordedAt(), 1, Integer::sum);
        }
        return batches.values();
    }

    /// The events of as many new streams, which all wait for one commit.
    private List<StoredEvent> waited(int count) throws Exception {
        try (Held held = writing()) {
            List<Future<AppendResult>> waiting = queue(count);
            held.release();
            return events(waiting);
        }
    }

    /// As many new streams, which wait for what is being written.
    private List<Future<AppendResult>> queue(int count) {
        List<Future<AppendResult>> waiting = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            waiting.add(append(Requests.to(name("stream") + i, 0)));
        }
        awaitQueued(count);
        return waiting;
    }

    private static List<StoredEvent> events(List<Future<AppendResult>> appends) throws Exception {
        List<StoredEvent> events = new ArrayList<>();
        for (Future<AppendResult> one : appends) {
            events.addAll(appended(one).command().events());
        }
        return events;
    }

    /// As many positions, after that of the one which is written first.
    private Long[] positions(int count) {
        return LongStream.rangeClosed(head + 2, head + 1 + count).boxed().toArray(Long[]::new);
    }

    @Test
    void a_request_that_fails_its_check_fails_alone() throws Exception {
        appended(append(Requests.to(name("taken"), 0)));
        Future<AppendResult> good;
        Future<AppendResult> stale;
        Future<AppendResult> other;
        try (Held held = writing()) {
            good = append(Requests.to(name("good"), 0));
            awaitQueued(1);
            stale = append(Requests.to(name("taken"), 0));
            awaitQueued(2);
            other = append(Requests.to(name("other"), 0));
            awaitQueued(3);
            held.release();
        }

        assertThat(stale.get()).isInstanceOf(Overtaken.class);
        assertThat(appended(other).firstPosition()).isEqualTo(appended(good).firstPosition() + 1);
    }

    /// What may be inserted unasked is written before the rest is found to be refused.
    @Test
    void what_is_written_is_not_denied_when_the_rest_of_its_batch_cannot_be_checked()
            throws Exception {
        appended(append(Requests.to(name("known"), 0)));
        Append refused = Requests.to(name("not begun"), 1);
        Append last = Requests.to(name("last"), 0);
        Future<AppendResult> good;
        Future<AppendResult> rest;
        Future<AppendResult> other;
        try (Held held = writing()) {
            good = append(Requests.to(name("good"), 0));
            awaitQueued(1);
            rest = append(refused);
            awaitQueued(2);
            other = append(last);
            awaitQueued(3);
            held.execute("revoke execute on function ledger.append from ledger_app");
            held.release();

            assertThatThrownBy(() -> rest.get(60, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(SQLException.class)
                    .hasStackTraceContaining("permission denied for function append");
            held.execute("grant execute on function ledger.append to ledger_app");
        }

        assertThat(appended(other).firstPosition()).isEqualTo(appended(good).firstPosition() + 1);
        assertThat(ledger.command(last.commandId())).isPresent();
        assertThat(ledger.command(refused.commandId())).isEmpty();
        assertThat(ledger.append(refused)).isInstanceOf(Overtaken.class);
        assertThat(Testimony.gaps(ledger.readAfter(0, Integer.MAX_VALUE))).isEmpty();
    }

    @Test
    void consecutive_requests_on_a_stream_go_through_together_and_an_equal_one_is_overtaken()
            throws Exception {
        Future<AppendResult> one;
        Future<AppendResult> equal;
        Future<AppendResult> two;
        try (Held held = writing()) {
            one = append(Requests.to(name("stream"), 0));
            awaitQueued(1);
            equal = append(Requests.to(name("stream"), 0));
            awaitQueued(2);
            two = append(Requests.to(name("stream"), 1));
            awaitQueued(3);
            held.release();
        }

        assertThat(equal.get()).isInstanceOf(Overtaken.class);
        StoredEvent before = appended(one).command().events().getFirst();
        StoredEvent after = appended(two).command().events().getFirst();
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.recordedAt()).isEqualTo(before.recordedAt());
    }

    @Test
    void a_request_that_builds_on_one_that_is_not_written_is_not_written() throws Exception {
        appended(append(Requests.to(name("stream"), 0)));
        Future<AppendResult> stale;
        Future<AppendResult> after;
        try (Held held = writing()) {
            stale = append(Requests.to(name("stream"), 0));
            awaitQueued(1);
            after = append(Requests.to(name("stream"), 1));
            awaitQueued(2);
            held.release();
        }

        assertThat(stale.get()).isInstanceOf(Overtaken.class);
        assertThat(after.get()).isInstanceOf(Overtaken.class);
        assertThat(ledger.readStream(name("stream")).events()).hasSize(1);
    }

    @Test
    void a_guard_is_held_against_what_is_written_with_it() throws Exception {
        Future<AppendResult> writer;
        Future<AppendResult> reader;
        Future<AppendResult> before;
        try (Held held = writing()) {
            before =
                    append(
                            request(
                                    name("before"),
                                    0,
                                    UUID.randomUUID(),
                                    Set.of(),
                                    List.of(new Guard.OfTag(name("tag"), Set.of("test.A"), head))));
            awaitQueued(1);
            writer =
                    append(
                            request(
                                    name("writer"),
                                    0,
                                    UUID.randomUUID(),
                                    Set.of(name("tag")),
                                    List.of()));
            awaitQueued(2);
            reader =
                    append(
                            request(
                                    name("reader"),
                                    0,
                                    UUID.randomUUID(),
                                    Set.of(),
                                    List.of(new Guard.OfTag(name("tag"), Set.of("test.A"), head))));
            awaitQueued(3);
            held.release();
        }

        appended(before);
        appended(writer);
        assertThat(reader.get()).isInstanceOf(Overtaken.class);
    }

    @Test
    void a_caller_who_was_not_heard_in_time_goes_and_nothing_of_it_is_written() throws Exception {
        PreparedAppend under = prepared("under way");
        PreparedAppend late = prepared("late");
        try (GroupCommit impatient = impatient()) {
            impatient.append(prepared("early"));
            try (Held held = hold()) {
                callers.execute(() -> impatient.append(under));
                held.awaitWaiting(1);

                assertThatThrownBy(() -> impatient.append(late))
                        .isInstanceOf(LedgerException.Unavailable.class)
                        .hasMessageContaining("no answer for 1 s");
                held.release();
            }

            impatient.append(prepared("after"));
            assertThat(ledger.command(under.commandId())).isPresent();
            assertThat(ledger.command(late.commandId())).isEmpty();
        }
    }

    @Test
    void a_caller_who_goes_after_it_was_heard_is_told_that_nobody_knows() {
        PendingAppend pending = new PendingAppend(prepared("stream"));
        assertThat(pending.take()).isTrue();

        pending.abandon("It took too long");
        pending.complete(new Known());

        assertThatThrownBy(pending::await)
                .isInstanceOf(LedgerException.OutcomeUnknown.class)
                .hasMessageContaining("It took too long");
    }

    @Test
    void a_caller_who_is_interrupted_goes_at_once_and_stays_interrupted() {
        PendingAppend pending = new PendingAppend(prepared("stream"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(pending::await).isInstanceOf(LedgerException.Unavailable.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(pending.take()).isFalse();
    }

    @Test
    void nobody_waits_for_ever_when_it_is_closed_while_its_database_does_not_answer()
            throws Exception {
        GroupCommit impatient = impatient();
        impatient.append(prepared("early"));
        try (Held held = hold()) {
            callers.execute(() -> impatient.append(prepared("under way")));
            held.awaitWaiting(1);
            Future<AppendResult> queued =
                    callers.submit(() -> impatient.append(prepared("queued")));
            Patience.until("one is queued", () -> impatient.queued() == 1);

            impatient.close();

            assertThatThrownBy(queued::get).hasCauseInstanceOf(LedgerException.Unavailable.class);
            assertThatThrownBy(() -> impatient.append(prepared("afterwards")))
                    .isInstanceOf(LedgerException.Unavailable.class);
            held.release();
        }
    }

    private GroupCommit impatient() {
        return writer(Duration.ofSeconds(1), _ -> {});
    }

    private GroupCommit writer(Duration patience, LongConsumer onAppend) {
        return new GroupCommit(
                DATABASE.unpooled(),
                ledger::command,
                onAppend,
                patience,
                new LedgerMeters(new SimpleMeterRegistry()));
    }

    private PreparedAppend prepared(String stream) {
        return new AppendPreparation(ledger.id(), new SubjectVault(DATABASE.owner()))
                .prepare(Requests.to(name(stream), 0));
    }

    @Test
    void copies_of_a_command_that_wait_together_are_one() throws Exception {
        UUID command = UUID.randomUUID();
        List<Future<AppendResult>> copies = new ArrayList<>();
        try (Held held = writing()) {
            for (int i = 1; i <= 4; i++) {
                copies.add(append(request(name("copied"), 0, command, Set.of(), List.of())));
                awaitQueued(i);
            }
            held.release();
        }

        assertThat(copies.getFirst().get()).isInstanceOf(Appended.class);
        for (Future<AppendResult> copy : copies.subList(1, 4)) {
            assertThat(copy.get()).isInstanceOf(Known.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, MORE_THAN_A_BATCH})
    void an_append_whose_connection_is_lost_before_it_is_written_is_written_once(int behind)
            throws Exception {
        List<Future<AppendResult>> next;
        try (Held held = writing()) {
            next = queue(behind);
            held.terminateWaiting();
            held.awaitWaiting(1);
            held.release();
        }

        assertThat(appended(Objects.requireNonNull(first)).firstPosition()).isEqualTo(head + 1);
        assertThat(events(next))
                .extracting(StoredEvent::position)
                .containsExactlyInAnyOrder(positions(behind));
    }

    /// Whoever is told of a batch may fail when it is written already.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_fails_after_an_append_neither_denies_nor_repeats_it(boolean error) throws Exception {
        PreparedAppend append = prepared("told of");
        AtomicBoolean failed = new AtomicBoolean();
        LongConsumer fails =
                _ -> {
                    if (!failed.getAndSet(true)) {
                        if (error) {
                            throw new StackOverflowError();
                        }
                        throw new IllegalStateException();
                    }
                };
        try (GroupCommit told = writer(PATIENT, fails)) {
            assertThat(told.append(append)).isInstanceOf(Appended.class);
            assertThat(told.append(prepared("after"))).isInstanceOf(Appended.class);
        }

        assertThat(failed).isTrue();
        assertThat(ledger.readStream(append.request().stream()).events()).hasSize(1);
        assertThat(ledger.head()).isEqualTo(head + 2);
    }

    /// A session that has appended before inserts without asking.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_append_of_an_earlier_term_is_refused_by_the_database(boolean unasked) throws Exception {
        UUID writer = UUID.randomUUID();
        try (WriterSession old = WriterSession.begin(DATABASE.unpooled(), writer)) {
            if (unasked) {
                assertThat(old.append(batch("early"))).singleElement().isInstanceOf(Appended.class);
            }
            assertThat(old.isAlone()).isEqualTo(unasked);
            try (WriterSession _ = WriterSession.begin(DATABASE.unpooled(), writer)) {
                assertThatThrownBy(() -> old.append(batch("late")))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("term 1 of writer " + writer + " is over")
                        .satisfies(e ->
                                assertThat(WriterSession.isCertain((SQLException) e)).isFalse());
            }
        }
        assertThat(ledger.head()).isEqualTo(unasked ? head + 1 : head);
    }

    private List<AppendBatch.Entry> batch(String stream) {
        AppendBatch batch = new AppendBatch();
        assertThat(batch.add(prepared(stream))).isEmpty();
        return batch.entries();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, MORE_THAN_A_BATCH})
    void a_closed_ledger_says_so_and_writes_what_waited(int behind) throws Exception {
        List<Future<AppendResult>> waiting;
        Future<?> closing;
        try (Held held = writing()) {
            waiting = queue(behind);
            closing = callers.submit(ledger::close);
            held.release();
        }
        closing.get();

        assertThat(events(waiting)).hasSize(behind);
        assertThatThrownBy(() -> ledger.append(Requests.to(name("late"), 0)))
                .isInstanceOf(LedgerException.Unavailable.class)
                .hasMessageContaining("it is being closed");
    }

    /// A name that no other test uses.
    private String name(String of) {
        return of + "@" + System.identityHashCode(ledger);
    }

    private Future<AppendResult> append(Append request) {
        return callers.submit(() -> ledger.append(request));
    }

    private static Appended appended(Future<AppendResult> result) throws Exception {
        AppendResult got = result.get(60, TimeUnit.SECONDS);
        assertThat(got).isInstanceOf(Appended.class);
        return (Appended) got;
    }

    private void awaitQueued(int count) {
        while (ledger.queued() < count) {
            Thread.onSpinWait();
        }
        assertThat(ledger.queued()).isEqualTo(count);
    }

    /// The lock is held, and an append waits for it.
    private Held writing() throws SQLException {
        Held held = hold();
        first = append(Requests.to(name("writing"), 0));
        held.awaitWaiting(1);
        return held;
    }

    private Held hold() throws SQLException {
        return new Held(DATABASE.owner().getConnection());
    }

    /// The append's lock in the hands of the test.
    private record Held(Connection connection) implements AutoCloseable {
        Held {
            execute(connection, "select pg_advisory_lock(" + LOCK + ")");
        }

        void awaitWaiting(int count) throws SQLException {
            while (waiting() != count) {
                Thread.onSpinWait();
            }
        }

        private int waiting() throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                            + " and database = (select oid from pg_database where datname = current_database())")) {
                row.next();
                return row.getInt(1);
            }
        }

        void terminateWaiting() {
            execute(
                    connection,
                    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and"
                            + " not granted and database = (select oid from pg_database where datname ="
                            + " current_database())");
        }

        void execute(String sql) {
            execute(connection, sql);
        }

        void release() {
            execute(connection, "select pg_advisory_unlock(" + LOCK + ")");
        }

        private static void execute(Connection connection, String sql) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static Append request(
            String stream, long version, UUID command, Set<String> tags, List<Guard> guards) {
        return Requests.of(stream, version, command, Requests.TYPE, tags, guards);
    }
}
