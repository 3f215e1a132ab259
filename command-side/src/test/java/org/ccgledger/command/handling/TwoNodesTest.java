package org.ccgledger.command.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.events.Authority;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.catalogue.CatalogueEvent;
import org.ccgledger.ledger.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Two nodes on one database, each of which remembers what it has seen: what the other has appended
/// since is never missing from an answer.
class TwoNodesTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100);
    private static final TestDatabase DATABASE = TestDatabase.create();

    private static final Decider<WaveCommand, ?> DECIDER =
            Decider.of(WaveCommand.class, command -> StreamName.wave(command.wave()))
                    .<Integer, CatalogueEvent>state(
                            0, CatalogueEvent.class, (count, _) -> count + 1)
                    .deciding((command, opened, _) ->
                            switch (command) {
                                case WaveCommand.Extend extend when opened == 0 ->
                                        Decision.notFound("No wave " + extend.wave());
                                case WaveCommand.Extend _, WaveCommand.Open _ ->
                                        Decision.accept(command.opened(opened));
                            });

    private static final Commands HERE = node();
    private static final Commands THERE = node();

    private static Commands node() {
        return WaveCommand.node(DATABASE.ledger(), new CommandTypes(List.of(DECIDER)), "test");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void a_decision_counts_what_another_node_has_appended_since() {
        int wave = NUMBERS.incrementAndGet();
        accepted(HERE.send(envelope(new WaveCommand.Open(wave))));
        accepted(THERE.send(envelope(new WaveCommand.Extend(wave))));

        Answer.Concluded last = accepted(HERE.send(envelope(new WaveCommand.Extend(wave))));

        assertThat(last.command().events().getFirst().version()).isEqualTo(3);
        assertThat(new String(last.command().events().getFirst().fact(), StandardCharsets.UTF_8))
                .contains("2012-09");
    }

    @Test
    void a_version_is_compared_with_what_another_node_has_appended_since() {
        int wave = NUMBERS.incrementAndGet();
        accepted(HERE.send(envelope(new WaveCommand.Open(wave))));
        accepted(THERE.send(envelope(new WaveCommand.Extend(wave))));

        assertThat(HERE.send(envelope(new WaveCommand.Extend(wave), OptionalLong.of(1))))
                .isEqualTo(new Answer.VersionConflict(2));
        accepted(HERE.send(envelope(new WaveCommand.Extend(wave), OptionalLong.of(2))));
    }

    @Test
    void what_another_node_has_begun_since_is_found() {
        int wave = NUMBERS.incrementAndGet();
        assertThat(HERE.send(envelope(new WaveCommand.Extend(wave))))
                .isEqualTo(new Answer.NotFound("No wave " + wave));
        accepted(THERE.send(envelope(new WaveCommand.Open(wave))));

        accepted(HERE.send(envelope(new WaveCommand.Extend(wave))));
    }

    @Test
    void callers_of_both_nodes_all_get_through_a_busy_stream() throws Exception {
        int wave = NUMBERS.incrementAndGet();
        accepted(HERE.send(envelope(new WaveCommand.Open(wave))));
        int callers = 16;
        int times = 10;
        List<Callable<Set<Long>>> all = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            Commands node = caller % 2 == 0 ? HERE : THERE;
            all.add(() -> {
                Set<Long> versions = new HashSet<>();
                for (int time = 0; time < times; time++) {
                    Answer answer = node.send(envelope(new WaveCommand.Extend(wave)));
                    versions.add(accepted(answer).command().events().getFirst().version());
                }
                return versions;
            });
        }

        Set<Long> versions = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Set<Long>> one : threads.invokeAll(all)) {
                versions.addAll(one.get());
            }
        }

        assertThat(versions)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, 1 + callers * times).boxed().toList());
    }

    private static Answer.Concluded accepted(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Concluded.class);
        return (Answer.Concluded) answer;
    }

    private static Envelope envelope(Command command) {
        return envelope(command, OptionalLong.empty());
    }

    private static Envelope envelope(Command command, OptionalLong expectedVersion) {
        UUID id = UUID.randomUUID();
        return new Envelope(
                id,
                id.toString(),
                command,
                "{}".getBytes(StandardCharsets.UTF_8),
                WaveCommand.OFFICER,
                WaveCommand.DAY,
                new Authority("NHS Act 2006", "s.14C", null),
                null,
                List.of(),
                null,
                expectedVersion,
                id.toString(),
                null);
    }
}
