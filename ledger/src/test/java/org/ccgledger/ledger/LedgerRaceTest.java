package org.ccgledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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

    /// Refused exactly when what came in between is part of what was read.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_gets_between_a_read_and_the_append_is_noticed(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int refused = 0;
        for (int round = 0; round < 100; round++) {
            Ledger reader = LEDGERS.getFirst();
            String names = seed + ":" + round + ":" + UUID.randomUUID();
            List<Guard> guards = new ArrayList<>();
            for (int read = random.nextInt(1, 4); read > 0; read--) {
                if (random.nextBoolean()) {
                    String stream = "stream" + random.nextInt(3) + ":" + names;
                    guards.add(new Guard.OfStream(stream, reader.readStream(stream).head()));
                } else {
                    String tag = "tag" + random.nextInt(3) + ":" + names;
                    Set<String> types = some(random, "test.A", "test.B", "test.C");
                    guards.add(new Guard.OfTag(tag, types, reader.readTag(tag, types).head()));
                }
            }
            String stream = "stream" + random.nextInt(3) + ":" + names;
            String type = "test." + (char) ('A' + random.nextInt(3));
            Set<String> tags = some(random, "tag0:" + names, "tag1:" + names, "tag2:" + names);
            assertThat(
                            LEDGERS.getLast()
                                    .append(
                                            append(
                                                    stream,
                                                    0,
                                                    UUID.randomUUID(),
                                                    type,
                                                    tags,
                                                    List.of())))
                    .isInstanceOf(Appended.class);
            boolean overtaken =
                    guards.stream()
                            .anyMatch(guard ->
                                    switch (guard) {
                                        case Guard.OfStream(var read, _) -> read.equals(stream);
                                        case Guard.OfTag(var tag, var types, _) ->
                                                tags.contains(tag) && types.contains(type);
                                    });

            AppendResult result =
                    reader.append(
                            append(
                                    "own:" + names,
                                    0,
                                    UUID.randomUUID(),
                                    "test.A",
                                    Set.of(),
                                    guards));

            assertThat(result)
                    .as("round %d: %s in %s under %s against %s", round, type, stream, tags, guards)
                    .isInstanceOf(overtaken ? Overtaken.class : Appended.class);
            refused += overtaken ? 1 : 0;
        }
        assertThat(refused).isBetween(20, 80);
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
        return append(stream, version, command, "test.A", Set.of(), List.of());
    }

    private static Append append(
            String stream,
            long version,
            UUID command,
            String type,
            Set<String> tags,
            List<Guard> guards) {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        return new Append(
                command,
                new byte[32],
                json,
                json,
                List.of(),
                stream,
                version,
                List.of(new NewEvent(type, 1, LocalDate.EPOCH, tags, json, List.of())),
                guards);
    }
}
