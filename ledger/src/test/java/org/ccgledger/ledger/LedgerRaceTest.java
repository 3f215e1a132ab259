package org.ccgledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ccgledger.ledger.AppendResult.Appended;
import org.ccgledger.ledger.AppendResult.Known;
import org.ccgledger.ledger.AppendResult.Overtaken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two ledgers on one database, as two processes have them, and writers who get in each other's
/// way.
class LedgerRaceTest {

    private static final int THREADS = 8;
    private static final int STEPS = 25;

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final List<Ledger> LEDGERS = List.of(DATABASE.ledger(), DATABASE.ledger());

    /// What happens before each statement of the reader.
    private static final AtomicReference<Runnable> BETWEEN = new AtomicReference<>(() -> {});

    private static final Ledger READER =
            DATABASE.ledger(Interposed.around(DATABASE.as("test_app"), () -> BETWEEN.get().run()));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void the_order_is_dense_and_every_step_of_a_stream_has_one_winner() throws Exception {
        String contested = "contested:" + UUID.randomUUID();
        List<Integer> won =
                together((ledger, thread) -> {
                    String own = "own:" + UUID.randomUUID();
                    int wins = 0;
                    for (int step = 0; step < STEPS; step++) {
                        long version = ledger.readStream(contested).events().size();
                        AppendResult result =
                                ledger.append(to(contested, version, UUID.randomUUID()));
                        wins += result instanceof Appended ? 1 : 0;
                        assertThat(ledger.append(to(own, step, UUID.randomUUID())))
                                .isInstanceOf(Appended.class);
                    }
                    assertThat(ledger.readStream(own).events()).hasSize(STEPS);
                    return wins;
                });

        List<StoredEvent> all = LEDGERS.getFirst().readAfter(0, Integer.MAX_VALUE);
        assertThat(all)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, all.size()).boxed().toList());
        assertThat(all).extracting(StoredEvent::recordedAt).isSorted();
        assertThat(LEDGERS.getLast().readStream(contested).events())
                .extracting(StoredEvent::version)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, won.stream().mapToInt(n -> n).sum())
                                .boxed()
                                .toList());
        assertThat(won.stream().mapToInt(n -> n).sum()).isBetween(STEPS, 2 * THREADS * STEPS - 1);
    }

    @Test
    void a_command_sent_by_all_at_once_has_one_outcome() throws Exception {
        List<UUID> commands = IntStream.range(0, STEPS).mapToObj(_ -> UUID.randomUUID()).toList();
        CyclicBarrier together = new CyclicBarrier(2 * THREADS);
        List<List<AppendResult>> results =
                together((ledger, _) -> {
                    List<AppendResult> mine = new ArrayList<>();
                    for (UUID command : commands) {
                        together.await(60, TimeUnit.SECONDS);
                        mine.add(ledger.append(to("same:" + command, 0, command)));
                    }
                    return mine;
                });

        for (int i = 0; i < commands.size(); i++) {
            int command = i;
            assertThat(results)
                    .extracting(mine -> mine.get(command))
                    .filteredOn(Appended.class::isInstance)
                    .hasSize(1);
            assertThat(results)
                    .extracting(mine -> mine.get(command))
                    .filteredOn(Known.class::isInstance)
                    .hasSize(2 * THREADS - 1);
            assertThat(LEDGERS.getFirst().command(commands.get(i)).orElseThrow().events())
                    .hasSize(1);
        }
    }

    /// Somebody writes before each statement of a reader. The reader sees exactly what lies up to
    /// the head that it is given, and its append is refused exactly when what it has read has had
    /// more since.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_gets_between_the_statements_of_a_reader_is_seen_or_noticed(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int refused = 0;
        for (int number = 0; number < 60; number++) {
            Between round = new Between(random);
            List<Read> reads = round.reads(Between::atOnce);

            OptionalLong appended = round.append(reads);

            assertThat(reads)
                    .allSatisfy(read ->
                            assertThat(read.seen())
                                    .containsExactlyElementsOf(round.upTo(read.guard())));
            assertThat(appended.isPresent())
                    .as("%s among %s", reads, round.written())
                    .isEqualTo(
                            reads.stream()
                                    .noneMatch(read -> round.hasMore(read.guard(), appended)));
            refused += appended.isPresent() ? 0 : 1;
        }
        assertThat(refused).isBetween(10, 50);
    }

    /// A head that is read by a statement of its own lies beyond what was not seen.
    @Test
    void a_reader_who_asks_for_the_head_apart_misses_something() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        int missed = 0;
        for (int number = 0; number < 60; number++) {
            Between round = new Between(random);
            List<Read> reads = round.reads(Between::inTwo);
            missed +=
                    reads.stream().anyMatch(read -> !read.seen().equals(round.upTo(read.guard())))
                            ? 1
                            : 0;
        }
        assertThat(missed).isPositive();
    }

    /// What a reader saw, by position.
    private record Read(Guard guard, List<Long> seen) {}

    private record Written(long position, String stream, String type, Set<String> tags) {}

    /// A reader, and a writer who comes before some of the reader's statements.
    private static final class Between {
        private final RandomGenerator random;
        private final String names = UUID.randomUUID().toString();
        private final List<Written> written = new ArrayList<>();

        Between(RandomGenerator random) {
            this.random = random;
            BETWEEN.set(this::perhapsWrite);
        }

        List<Read> reads(BiFunction<Between, Guard, Read> how) {
            List<Read> reads = new ArrayList<>();
            for (int left = random.nextInt(1, 4); left > 0; left--) {
                reads.add(
                        how.apply(
                                this,
                                random.nextBoolean()
                                        ? new Guard.OfStream(stream(), 0)
                                        : new Guard.OfTag(tag(), types(), 0)));
            }
            return reads;
        }

        /// Where its event is, unless it was refused.
        OptionalLong append(List<Read> reads) {
            AppendResult result =
                    READER.append(
                            Requests.of(
                                    "own:" + names,
                                    0,
                                    UUID.randomUUID(),
                                    "test.A",
                                    Set.of(),
                                    reads.stream().map(Read::guard).toList()));
            BETWEEN.set(() -> {});
            return switch (result) {
                case Appended appended -> OptionalLong.of(appended.firstPosition());
                case Overtaken _ -> OptionalLong.empty();
                case Known _ -> throw new AssertionError("It was sent once");
            };
        }

        Read atOnce(Guard of) {
            Slice slice = slice(of);
            return new Read(upTo(of, slice.head()), positions(slice));
        }

        Read inTwo(Guard of) {
            List<Long> seen = positions(slice(of));
            return new Read(upTo(of, READER.head()), seen);
        }

        /// What was written, once a writer who is at it has noted it: the reader's own writer and
        /// its listener have statements too.
        private synchronized List<Written> written() {
            return List.copyOf(written);
        }

        List<Long> upTo(Guard guard) {
            return written().stream()
                    .filter(event -> event.position() <= guard.position() && matches(guard, event))
                    .map(Written::position)
                    .toList();
        }

        boolean hasMore(Guard guard, OptionalLong before) {
            return written().stream()
                    .anyMatch(event ->
                            event.position() > guard.position()
                                    && event.position() < before.orElse(Long.MAX_VALUE)
                                    && matches(guard, event));
        }

        private Slice slice(Guard of) {
            return switch (of) {
                case Guard.OfStream(var stream, _) -> READER.readStream(stream);
                case Guard.OfTag(var tag, var types, _) -> READER.readTag(tag, types);
            };
        }

        private static List<Long> positions(Slice slice) {
            return slice.events().stream().map(StoredEvent::position).toList();
        }

        private static Guard upTo(Guard of, long head) {
            return switch (of) {
                case Guard.OfStream(var stream, _) -> new Guard.OfStream(stream, head);
                case Guard.OfTag(var tag, var types, _) -> new Guard.OfTag(tag, types, head);
            };
        }

        private static boolean matches(Guard guard, Written event) {
            return switch (guard) {
                case Guard.OfStream(var stream, _) -> stream.equals(event.stream());
                case Guard.OfTag(var tag, var types, _) ->
                        event.tags().contains(tag) && types.contains(event.type());
            };
        }

        private synchronized void perhapsWrite() {
            if (random.nextBoolean()) {
                return;
            }
            String stream = stream();
            String type = "test." + (char) ('A' + random.nextInt(3));
            Set<String> tags = random.nextBoolean() ? Set.of(tag()) : Set.of();
            long version = written.stream().filter(e -> e.stream().equals(stream)).count();
            Appended appended =
                    (Appended)
                            LEDGERS.getLast()
                                    .append(
                                            Requests.of(
                                                    stream,
                                                    version,
                                                    UUID.randomUUID(),
                                                    type,
                                                    tags,
                                                    List.of()));
            written.add(new Written(appended.firstPosition(), stream, type, tags));
        }

        private String stream() {
            return "stream" + random.nextInt(3) + ":" + names;
        }

        private String tag() {
            return "tag" + random.nextInt(3) + ":" + names;
        }

        private Set<String> types() {
            return some(random, "test.A", "test.B", "test.C");
        }
    }

    private static Set<String> some(RandomGenerator random, String... of) {
        return IntStream.range(0, of.length)
                .filter(i -> i == of.length - 1 || random.nextBoolean())
                .mapToObj(i -> of[i])
                .collect(Collectors.toSet());
    }

    /// The work of eight threads on each of the two ledgers, begun together.
    private static <T> List<T> together(Work<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2 * THREADS);
        try (ExecutorService threads = Executors.newFixedThreadPool(2 * THREADS)) {
            List<Callable<T>> all = new ArrayList<>();
            for (int thread = 0; thread < 2 * THREADS; thread++) {
                int number = thread;
                all.add(() -> {
                    start.await(60, TimeUnit.SECONDS);
                    return work.on(LEDGERS.get(number % 2), number);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(all)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private interface Work<T> {
        T on(Ledger ledger, int thread) throws Exception;
    }

    private static Append to(String stream, long version, UUID command) {
        return Requests.of(stream, version, command, Requests.TYPE, Set.of(), List.of());
    }
}
