package org.ccgledger.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.PersonalPart;
import org.ccgledger.ledger.TestDatabase;
import org.ccgledger.ledger.proof.CheckpointFiles;
import org.ccgledger.ledger.proof.Checkpointer;
import org.ccgledger.ledger.proof.Witnesses;
import org.ccgledger.verifier.Policy;
import org.springframework.util.FileSystemUtils;

/// A ledger of many events with bodies, tags, decision records and personal parts, signed while it
/// grew.
final class LongLedger implements AutoCloseable {

    private static final int MANY = 200;
    private static final String WORDS =
            "The group has shown that it meets the criterion, and the panel has seen the evidence."
                    + " ";

    private final TestDatabase database = TestDatabase.create();
    private final Ledger ledger = database.ledger();
    private final Path folder;
    private final Random random = new Random(1948);
    private final List<UUID> people =
            IntStream.range(0, 20).mapToObj(_ -> new UUID(0, random.nextLong())).toList();

    private LongLedger() {
        try {
            folder = Files.createTempDirectory("long-ledger-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Fills a ledger up to a position; every tenth event belongs to a command of its own.
    static LongLedger of(int events) {
        LongLedger filled = new LongLedger();
        filled.grow(events);
        return filled;
    }

    /// Goes on up to a position, which is signed when it returns.
    void grow(int events) {
        try (Checkpointer checkpointer = checkpointer()) {
            ledger.onHead(checkpointer::appended);
            for (long head = ledger.head(); head < events; head = ledger.head()) {
                int left = (int) (events - head);
                append(random.nextInt(10) == 0 ? Math.min(left, MANY) : 1);
                append((int) Math.min(MANY, events - ledger.head()));
            }
        }
    }

    TestDatabase database() {
        return database;
    }

    Ledger ledger() {
        return ledger;
    }

    Checkpointer checkpointer() {
        return checkpointer(Witnesses.of(List.of(), Clock.systemUTC()));
    }

    Checkpointer checkpointer(Witnesses witnesses) {
        return Checkpointer.start(
                database.unpooled(),
                database.keys(),
                new CheckpointFiles(folder.resolve("checkpoints")),
                witnesses,
                Clock.systemUTC());
    }

    Policy policy() {
        return Policy.parse(Policies.of(database.unpooled()));
    }

    private void append(int count) {
        if (count < 1) {
            return;
        }
        UUID command = new UUID(random.nextLong(), random.nextLong());
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(i));
        }
        boolean personal = random.nextInt(3) == 0;
        ledger.append(
                new Append(
                        command,
                        new byte[32],
                        utf8("{\"actor\":{\"id\":\"board-1\"},\"reasons\":\"" + WORDS + "\"}"),
                        utf8("{\"outcome\":\"ACCEPTED\",\"read\":\"" + WORDS.repeat(6) + "\"}"),
                        personal ? List.of(said("/says")) : List.of(),
                        "application:" + command,
                        0,
                        events,
                        List.of()));
    }

    private NewEvent event(int index) {
        int group = random.nextInt(211);
        return new NewEvent(
                "ccg.authorisation.CriterionAssessed",
                1,
                LocalDate.of(2012, 7, 1).plusDays(random.nextInt(300)),
                Set.of("ccg:%03d".formatted(group), "panel:" + random.nextInt(40)),
                utf8(
                        "{\"ccg\":\"%03d\",\"criterion\":\"3.%d\",\"words\":\"%s\"}"
                                .formatted(group, index, WORDS.repeat(2))),
                index % 50 == 7
                        ? Stream.of("/name", "/contact").map(this::said).toList()
                        : List.of());
    }

    private PersonalPart said(String field) {
        return new PersonalPart(field, people.get(random.nextInt(people.size())), "In words – tŷ");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        database.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
