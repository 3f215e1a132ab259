package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Commands of which several copies arrive at once, as happens when senders or networks repeat
/// themselves.
class DuplicatesTest {

    private static final String NOTHING_PLAYED = "--ccg.scenario=none";
    private static final int CONTESTED = 20;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(2013);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// What the ledger is to hold: the command of each of its entries.
    private final List<String> entries = new ArrayList<>();

    @TempDir Path folder;

    @AfterEach
    void close() {
        threads.close();
    }

    /// A command under the key that all its copies have.
    private record Keyed(String key, Sample.Command command) {

        Keyed differing() {
            String json = command.json().replace("An example", "Another example");
            assertThat(json).isNotEqualTo(command.json());
            return new Keyed(key, new Sample.Command(command.name(), command.actor(), json));
        }
    }

    /// All of an answer that is the same for ever.
    private record Answer(
            int status,
            String body,
            Optional<String> type,
            Optional<String> location,
            Optional<String> version,
            Optional<String> token) {

        static Answer of(Reply reply) {
            return new Answer(
                    reply.status(),
                    reply.body(),
                    reply.header("Content-Type"),
                    reply.header("Location"),
                    reply.header("ETag"),
                    reply.header("Consistency-Token"));
        }
    }

    @Test
    void copies_of_a_command_are_one_command_before_and_after_a_restart() throws Exception {
        List<Keyed> run = run();
        LedgerProcess process = LedgerProcess.start(folder, NOTHING_PLAYED);
        try {
            List<Answer> answers = new ArrayList<>();
            for (Keyed command : run) {
                List<Reply> replies = copies(process.caller(), command);
                assertThat(replies.stream().filter(DuplicatesTest::isReplayed))
                        .as("%s", replies)
                        .hasSize(replies.size() - 1);
                answers.add(theOne(replies));
                decided(replies.getFirst());
            }
            assertThat(answers).extracting(Answer::status).contains(200, 201, 409, 422);
            assertHeld(process.caller());

            process.kill();
            process = LedgerProcess.start(folder, NOTHING_PLAYED);
            for (int i = 0; i < run.size(); i++) {
                List<Reply> replies = copies(process.caller(), run.get(i));
                assertThat(replies).allMatch(DuplicatesTest::isReplayed);
                assertThat(theOne(replies)).isEqualTo(answers.get(i));
            }
            assertHeld(process.caller());

            for (Keyed command : run) {
                assertThat(copies(process.caller(), command.differing()))
                        .allSatisfy(DuplicatesTest::assertKeyReused);
            }
            assertHeld(process.caller());

            for (Keyed command : contested()) {
                contest(process.caller(), command);
            }
            assertHeld(process.caller());
        } finally {
            process.close();
        }
    }

    /// Of two bodies that arrive at once under one key, one is decided; the other is another
    /// command.
    private void contest(Caller caller, Keyed command) throws Exception {
        List<Keyed> copies = new ArrayList<>();
        copies.addAll(Collections.nCopies(random.nextInt(1, 4), command));
        copies.addAll(Collections.nCopies(random.nextInt(1, 4), command.differing()));
        Collections.shuffle(copies, random);
        List<Reply> replies = atOnce(caller, copies);
        List<Integer> accepted = new ArrayList<>();
        List<Reply> same = new ArrayList<>();
        for (int i = 0; i < copies.size(); i++) {
            if (replies.get(i).status() == 201) {
                same.add(replies.get(i));
                accepted.add(i);
            } else {
                assertKeyReused(replies.get(i));
            }
        }
        theOne(same);
        assertThat(accepted.stream().map(copies::get).distinct()).hasSize(1);
        assertThat(same).hasSize(Collections.frequency(copies, copies.get(accepted.getFirst())));
        assertThat(same.stream().filter(DuplicatesTest::isReplayed)).hasSize(same.size() - 1);
        decided(same.getFirst());
    }

    /// Accepted, refused and unchanged.
    private List<Keyed> run() {
        List<Sample.Command> commands = new ArrayList<>(Sample.commands());
        for (int i = 0; i < 8; i++) {
            String pledge = "pledge-" + i;
            commands.add(Sample.pledge(pledge, "DH/X1", "It stays so"));
            commands.add(Sample.pledge(pledge, "DH/X1", "It stays so"));
            commands.add(Sample.pledge(pledge, "DH/X1", "It does not stay so"));
            commands.add(ofOnePractice(i));
        }
        return commands.stream().map(this::keyed).toList();
    }

    private static Sample.Command ofOnePractice(int number) {
        String ccg = "7%dX".formatted(number);
        String ons = "E3899910" + number;
        return new Sample.Command(
                "ProposeCCG",
                Senders.lead(ccg),
                Sample.proposal(ccg, ons, ons, "Y97%d01".formatted(number)));
    }

    private List<Keyed> contested() {
        List<Keyed> commands = new ArrayList<>();
        for (int i = 0; i < CONTESTED; i++) {
            commands.add(keyed(Sample.pledge("contested-" + i, "DH/X1", "It stays so")));
        }
        return commands;
    }

    private Keyed keyed(Sample.Command command) {
        return new Keyed("copies-%016x".formatted(random.nextLong()), command);
    }

    private List<Reply> copies(Caller caller, Keyed command) throws Exception {
        return atOnce(caller, Collections.nCopies(random.nextInt(2, 6), command));
    }

    private List<Reply> atOnce(Caller caller, List<Keyed> copies) throws Exception {
        // Whoever sends has a token by then, so that none has to ask for one in between.
        caller.get("/v1/scenario", copies.getFirst().command().actor());
        CyclicBarrier together = new CyclicBarrier(copies.size());
        List<Callable<Reply>> sendings = new ArrayList<>();
        for (Keyed copy : copies) {
            sendings.add(() -> {
                together.await();
                return caller.post(
                        copy.command().name(),
                        copy.command().actor(),
                        copy.key(),
                        copy.command().json());
            });
        }
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> sent : threads.invokeAll(sendings)) {
            replies.add(sent.get());
        }
        return replies;
    }

    private static Answer theOne(List<Reply> replies) {
        List<Answer> answers = replies.stream().map(Answer::of).distinct().toList();
        assertThat(answers).as("%s", replies).hasSize(1);
        return answers.getFirst();
    }

    private static boolean isReplayed(Reply reply) {
        return reply.header("Idempotency-Replayed").equals(Optional.of("true"));
    }

    private static void assertKeyReused(Reply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    /// A refusal and an unchanged outcome are an entry each, an acceptance is as many as its
    /// events.
    private void decided(Reply reply) {
        JsonNode body = reply.json();
        entries.addAll(
                Collections.nCopies(
                        Math.max(1, body.path("events").size()),
                        body.path("commandId").asString()));
    }

    /// The ledger holds what was decided, in that order, and ends with a command that is sent now.
    private void assertHeld(Caller caller) {
        Sample.Command last = Sample.pledge("last-" + entries.size(), "DH/X1", "No more");
        Reply sent = caller.post(last.name(), last.actor(), last.json());
        assertThat(sent.status()).as("%s", sent).isEqualTo(201);
        decided(sent);
        JsonNode held = caller.get("/v1/audit/events?limit=500").json();
        assertThat(held.path("next").isMissingNode()).isTrue();
        assertThat(held.path("items").valueStream().map(item -> item.path("commandId").asString()))
                .containsExactlyElementsOf(entries);
    }
}
