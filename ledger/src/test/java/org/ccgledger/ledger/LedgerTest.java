package org.ccgledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.ccgledger.ledger.AppendResult.Appended;
import org.ccgledger.ledger.AppendResult.Known;
import org.ccgledger.ledger.AppendResult.Overtaken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private final Ledger ledger = DATABASE.ledger();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void the_first_event_says_whose_ledger_it_is() {
        StoredEvent first = ledger.readAfter(0, 1).getFirst();

        assertThat(first.type()).isEqualTo(LedgerCreated.TYPE);
        assertThat(text(first.fact())).contains(ledger.id().toString(), "Ed25519", "ML-DSA-44");
        assertThat(DATABASE.ledger().id()).isEqualTo(ledger.id());
    }

    @Test
    void an_append_at_the_right_version_is_stored_and_one_at_another_is_overtaken() {
        String stream = "stream:" + UUID.randomUUID();

        AppendResult first = ledger.append(append(UUID.randomUUID(), stream, 0));
        AppendResult stale = ledger.append(append(UUID.randomUUID(), stream, 0));
        AppendResult next = ledger.append(append(UUID.randomUUID(), stream, 1));

        assertThat(first).isInstanceOf(Appended.class);
        assertThat(stale).isInstanceOf(Overtaken.class);
        assertThat(next).isInstanceOf(Appended.class);
        assertThat(ledger.readStream(stream).events())
                .extracting(StoredEvent::version)
                .containsExactly(1L, 2L);
    }

    @Test
    void a_command_has_one_outcome() {
        String stream = "stream:" + UUID.randomUUID();
        UUID command = UUID.randomUUID();

        ledger.append(append(command, stream, 0));

        assertThat(ledger.append(append(command, stream, 1))).isInstanceOf(Known.class);
        assertThat(ledger.command(command).orElseThrow().events()).hasSize(1);
        assertThat(ledger.event(Digests.eventId(command, 0)).orElseThrow().stream())
                .isEqualTo(stream);
    }

    @Test
    void what_an_append_answers_is_what_is_stored() {
        Appended appended = (Appended) ledger.append(tagged("stream:" + UUID.randomUUID(), "a:1"));

        assertThat(appended.command())
                .usingRecursiveComparison()
                .isEqualTo(ledger.command(appended.command().commandId()).orElseThrow());
    }

    @Test
    void what_was_read_under_a_tag_must_still_be_all_there_is() {
        String tag = "tag:" + UUID.randomUUID();
        Slice read = ledger.readTag(tag, Set.of("test.Happened"));
        Append guarded =
                guarded(
                        "stream:" + UUID.randomUUID(),
                        new Guard.OfTag(tag, Set.of("test.Happened"), read.head()));
        Append unrelated =
                guarded(
                        "stream:" + UUID.randomUUID(),
                        new Guard.OfTag(tag, Set.of("test.Other"), read.head()));

        ledger.append(tagged("stream:" + UUID.randomUUID(), tag));

        assertThat(read.events()).isEmpty();
        assertThat(ledger.append(guarded)).isInstanceOf(Overtaken.class);
        assertThat(ledger.append(unrelated)).isInstanceOf(Appended.class);
    }

    @Test
    void what_was_read_of_another_stream_must_still_be_all_there_is() {
        String read = "stream:" + UUID.randomUUID();
        long head = ledger.readStream(read).head();
        Append guarded = guarded("stream:" + UUID.randomUUID(), new Guard.OfStream(read, head));
        ledger.append(append(UUID.randomUUID(), read, 0));

        assertThat(ledger.append(guarded)).isInstanceOf(Overtaken.class);
    }

    @Test
    void a_leaf_is_the_hash_of_the_place_and_the_body() {
        String stream = "stream:" + UUID.randomUUID();
        Appended appended = (Appended) ledger.append(tagged(stream, "b:2", "a:1"));
        StoredEvent stored = ledger.readAfter(appended.firstPosition() - 1, 1).getFirst();

        byte[] body =
                new EventBody(
                                ledger.id(),
                                stream,
                                1,
                                stored.commandId(),
                                0,
                                stored.type(),
                                1,
                                stored.effectiveOn(),
                                List.of("a:1", "b:2"),
                                Digests.sha256(stored.fact()),
                                new byte[32],
                                Digests.sha256(stored.metadata()),
                                Digests.sha256(bytes("{\"outcome\":\"ACCEPTED\"}")))
                        .bytes();
        assertThat(stored.leafHash())
                .isEqualTo(EventBody.leafHash(stored.position(), stored.recordedAt(), body));
    }

    @Test
    void a_personal_part_is_stored_apart_and_unreadable_without_its_key() throws Exception {
        UUID subject = UUID.randomUUID();
        String canary = "canary-" + UUID.randomUUID();
        Append append =
                new Append(
                        UUID.randomUUID(),
                        new byte[32],
                        bytes("{}"),
                        bytes("{}"),
                        List.of(new PersonalPart("/said", subject, canary)),
                        "stream:" + UUID.randomUUID(),
                        0,
                        List.of(
                                new NewEvent(
                                        "test.Happened",
                                        1,
                                        LocalDate.EPOCH,
                                        Set.of(),
                                        bytes("{}"),
                                        List.of(new PersonalPart("/name", subject, canary)))),
                        List.of());
        Appended appended = (Appended) ledger.append(append);
        StoredEvent stored = ledger.readAfter(appended.firstPosition() - 1, 1).getFirst();

        assertThat(ledger.personalText(stored, "/name")).contains(canary);
        assertThat(ledger.personalText(stored, "decision:/said")).contains(canary);
        try (var connection = DATABASE.owner().getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select string_agg(p::text || encode(p.content, 'escape'), ' ') from ledger.personal p")) {
            rows.next();
            assertThat(rows.getString(1)).contains(subject.toString()).doesNotContain(canary);
            statement.execute("delete from vault.subject_key where subject = '" + subject + "'");
        }
        assertThat(ledger.personalText(stored, "/name")).isEmpty();
    }

    private static Append append(UUID command, String stream, long version) {
        return new Append(
                command,
                new byte[32],
                bytes("{}"),
                bytes("{}"),
                List.of(),
                stream,
                version,
                List.of(event(Set.of())),
                List.of());
    }

    private static Append guarded(String stream, Guard guard) {
        return new Append(
                UUID.randomUUID(),
                new byte[32],
                bytes("{}"),
                bytes("{}"),
                List.of(),
                stream,
                0,
                List.of(event(Set.of())),
                List.of(guard));
    }

    private static Append tagged(String stream, String... tags) {
        return new Append(
                UUID.randomUUID(),
                new byte[32],
                bytes("{\"actor\":\"x\"}"),
                bytes("{\"outcome\":\"ACCEPTED\"}"),
                List.of(),
                stream,
                0,
                List.of(event(Set.of(tags))),
                List.of());
    }

    private static NewEvent event(Set<String> tags) {
        return new NewEvent(
                "test.Happened", 1, LocalDate.EPOCH, tags, bytes("{\"a\":1}"), List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void others_appends_are_heard_of_after_a_listener_has_failed() throws Exception {
        AtomicLong heard = new AtomicLong();
        AtomicBoolean failed = new AtomicBoolean();
        ledger.onHead(position -> {
            if (!failed.get() && Thread.currentThread().getName().equals("ledger-head")) {
                failed.set(true);
                throw new IllegalStateException("This once");
            }
            heard.accumulateAndGet(position, Math::max);
        });

        try (Ledger other = DATABASE.ledger(DATABASE.unpooled())) {
            Requests.append(other, 1);
            Patience.until("the listener has failed", failed::get);
            Requests.append(other, 1);

            Patience.until("what came after is heard of", () -> heard.get() == other.head());
        }
    }
}
