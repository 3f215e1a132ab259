package org.ccgledger.system.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.ccgledger.ledger.Digests;
import org.ccgledger.ledger.Testimony.Told;
import org.ccgledger.system.Tokens;

/// One who sends commands one after another, and notes each before it is sent and after it was
/// answered, on disk.
///
/// What is answered with "nothing was recorded" it sends again or lets be; of what is unknown it
/// leaves some for later and goes on.
final class Client implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CONTESTED = 2;

    private final Load load;
    private final int number;
    private final RandomGenerator random;
    private final FileChannel notes;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Tokens tokens = new Tokens(http);
    private final List<Command> unresolved = new ArrayList<>();
    private int count;

    Client(Load load, Path folder, int number, long seed) throws IOException {
        this.load = load;
        this.number = number;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + number);
        this.notes =
                FileChannel.open(
                        folder.resolve("client-" + number),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
    }

    private record Command(String name, String actor, String key, String body) {
        UUID id() {
            String client = actor.substring(0, actor.indexOf(';'));
            return Digests.uuid(
                    Digests.sha256(
                            ("local\n" + client + "\n" + key).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    public void run() {
        try {
            while (!load.isSettling()) {
                conclude(next());
            }
            for (Command command : unresolved) {
                resolve(command);
            }
            notes.close();
            http.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void conclude(Command command) throws IOException {
        boolean unknown = false;
        while (true) {
            switch (send(command)) {
                case Told.Stored _ -> {
                    if (random.nextInt(10) == 0) {
                        send(command);
                    }
                    return;
                }
                case Told.NotStored _ -> {
                    if (!unknown && random.nextBoolean()) {
                        return;
                    }
                }
                case Told.Unknown _ -> {
                    unknown = true;
                    if (random.nextInt(4) == 0) {
                        unresolved.add(command);
                        return;
                    }
                }
            }
            load.awaitRetry();
        }
    }

    private void resolve(Command command) throws IOException {
        while (!(send(command) instanceof Told.Stored)) {
            load.awaitRetry();
        }
    }

    private Told send(Command command) throws IOException {
        note(new Note(command.id(), System.nanoTime(), Note.SENT, "", command.toString()));
        Note answer;
        try {
            HttpResponse<String> response =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    load.url() + "/v1/commands/" + command.name()))
                                    .timeout(PATIENCE)
                                    .header("Content-Type", "application/json")
                                    .header(
                                            "Authorization",
                                            tokens.header(load.url(), command.actor()))
                                    .header("Idempotency-Key", command.key())
                                    .POST(HttpRequest.BodyPublishers.ofString(command.body()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            answer =
                    new Note(
                            command.id(),
                            System.nanoTime(),
                            response.statusCode(),
                            response.headers().firstValue("Consistency-Token").orElse(""),
                            response.body());
        } catch (IOException e) {
            answer = new Note(command.id(), System.nanoTime(), Note.NO_ANSWER, "", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        note(answer);
        if (answer.told() instanceof Told.Stored) {
            System.out.println(answer.token());
        }
        return answer.told();
    }

    private void note(Note note) throws IOException {
        notes.write(ByteBuffer.wrap(note.line().getBytes(StandardCharsets.UTF_8)));
        notes.force(false);
    }

    /// Accepted on a stream of its own or on one that all contend for, unchanged, or refused.
    private Command next() {
        count++;
        String key = "load-%d-%d-%016x".formatted(number, count, random.nextLong());
        return switch (random.nextInt(10)) {
            case 0 -> refused(key);
            case 1, 2, 3 ->
                    figure(key, "contested-" + random.nextInt(CONTESTED), 1000 * number + count);
            default -> figure(key, "own-" + number, count / 2);
        };
    }

    private Command figure(String key, String figure, int value) {
        return new Command(
                "RecordStatedFigure",
                "load-" + number + ";role=REGISTRY;body=DH/X1",
                key,
                """
                {"figure": "%s", "subject": "Groups", "counted": "NOT_COUNTED",
                 "figureSource": {"standing": "SYNTHETIC", "citation": "Made up"},
                 "value": "%d", "unit": "CCGS", "asAt": "2013-04-01", "effectiveOn": "2013-04-01",
                 "authority": {"instrument": "NHS Act 2006", "provision": "s.14B"}}\
                """
                        .formatted(figure, value));
    }

    /// A group of one practice.
    private Command refused(String key) {
        String ccg = "9%dX".formatted(number);
        return new Command(
                "ProposeCCG",
                "lead-" + ccg + ";role=CCG_GOVERNANCE_LEAD;body=CCG/" + ccg,
                key,
                """
                {"ccg": "%1$s", "ons": "E3899900%2$d", "areaTeam": "Q52", "area": ["E3899900%2$d"],
                 "applicants": ["Y9%2$d001"], "constitution": {"title": "Constitution"},
                 "proposedName": "NHS Group %1$s Clinical Commissioning Group",
                 "proposedAccountableOfficer": "6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11",
                 "effectiveOn": "2012-07-01",
                 "authority": {"instrument": "NHS Act 2006", "provision": "s.14B"}}\
                """
                        .formatted(ccg, number));
    }
}
