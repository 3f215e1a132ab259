package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.Patience;
import org.ccgledger.ledger.StoredEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is erased is nowhere any more, and stays erased; what the ledger proves it still proves.
class ErasureTest {

    @TempDir private Path folder;

    private final UUID person = UUID.randomUUID();
    private final UUID another = UUID.randomUUID();
    private final String canary = "canary-" + UUID.randomUUID();

    @Test
    void what_is_erased_is_nowhere_and_every_proof_still_holds() throws Exception {
        byte[] key;
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            Files.writeString(folder.resolve("policy"), Policies.of(ledger.owner()));
            raise(ledger, "concern-1", person);
            raise(ledger, "concern-2", another);
            key = keys(ledger, person).getFirst();
            assertThat(key).hasSize(32);
            assertThat(text(ledger, "concern-1")).contains(canary);
        }
        Path seen = folder.resolve("seen.note");
        assertThat(files().verify("--save", seen.toString()).status()).isZero();
        assertThat(filesWith(key)).as("files that hold the key").isNotEmpty();
        files().backUp();

        try (RunningLedger ledger = RunningLedger.in(folder)) {
            assertThat(send(ledger, "PlaceLegalHold", "\"hold\": \"claim-2016-041\"").status())
                    .isEqualTo(201);
            Reply refused = erase(ledger);
            assertThat(refused.status()).as(refused.body()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("LEGAL_HOLD");
            assertThat(text(ledger, "concern-1")).contains(canary);
            assertThat(send(ledger, "LiftLegalHold", "\"hold\": \"claim-2016-041\"").status())
                    .isEqualTo(201);
            Reply erased = erase(ledger);
            assertThat(erased.status()).as(erased.body()).isEqualTo(201);
            awaitErased(ledger);
            assertThat(text(ledger, "concern-2")).contains(canary);
            sql(ledger, "checkpoint", "select pg_switch_wal()", "checkpoint");
            awaitGone(key);
        }
        assertThat(filesWith(canary.getBytes(StandardCharsets.UTF_8))).isEmpty();
        Ended verified = files().verify("--last-seen", seen.toString());
        assertThat(verified.status()).as(verified.toString()).isZero();
        assertThat(verified.output()).contains("erased by an event that says so");

        files().putBack();
        assertThat(filesWith(key)).as("files of the backup that hold the key").isNotEmpty();
        Ended restored = files().restored();
        assertThat(restored.status()).as(restored.toString()).isZero();
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            assertThat(text(ledger, "concern-1")).isEmpty();
            assertThat(text(ledger, "concern-2")).contains(canary);
            assertThat(parts(ledger)).isZero();
            Files.writeString(
                    folder.resolve("policy"),
                    Files.readString(folder.resolve("policy"))
                            + "\n"
                            + Policies.of(ledger.owner()));
        }
        Ended after = files().verify("--last-seen", seen.toString());
        assertThat(after.status()).as(after.toString()).isZero();
        assertThat(after.output()).contains("erased by an event that says so");
    }

    /// Recorded under the key that is about to be destroyed, it could never be read.
    @Test
    void what_is_personal_waits_until_an_erasure_is_carried_out() throws Exception {
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            raise(ledger, "concern-1", person);
            raise(ledger, "concern-3", another);
            try (Connection vault = ledger.vaultOwner().getConnection();
                    Statement statement = vault.createStatement()) {
                vault.setAutoCommit(false);
                statement.execute("lock table vault.subject_key in share mode");
                assertThat(erase(ledger).status()).isEqualTo(201);

                Reply meanwhile = tryToRaise(ledger, "concern-2", person);
                assertThat(meanwhile.status()).as(meanwhile.body()).isEqualTo(503);
                assertThat(meanwhile.code()).isEqualTo("UNAVAILABLE");
                assertThat(meanwhile.header("Retry-After")).isPresent();
                raise(ledger, "concern-4", another);
                vault.rollback();
            }
            awaitErased(ledger);
            Patience.until(
                    "the person's concern is taken",
                    () -> tryToRaise(ledger, "concern-2", person).status() == 201);
            assertThat(text(ledger, "concern-1")).isEmpty();
            assertThat(text(ledger, "concern-2")).contains(canary);
        }
    }

    @Test
    void what_goes_without_an_event_that_says_so_is_found() throws Exception {
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            Files.writeString(folder.resolve("policy"), Policies.of(ledger.owner()));
            raise(ledger, "concern-1", person);
            raise(ledger, "concern-2", another);
            assertThat(erase(ledger).status()).isEqualTo(201);
            awaitErased(ledger);
            sql(ledger, "delete from ledger.personal where subject = '" + another + "'");
        }
        Ended verified = files().verify();
        assertThat(verified.status()).as(verified.toString()).isEqualTo(1);
        assertThat(verified.output())
                .contains("personal part 0 is not accounted for", "erased by an event");
    }

    private LedgerFolder files() {
        return new LedgerFolder(folder);
    }

    private void raise(RunningLedger ledger, String concern, UUID about) {
        Reply reply = tryToRaise(ledger, concern, about);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    private Reply tryToRaise(RunningLedger ledger, String concern, UUID about) {
        return ledger.post(
                "RaiseConcern",
                Senders.AUDITOR,
                Sample.about(
                        """
                        "concern": "%s", "body": "BOARD/X24", "category": "PATIENT_SAFETY",
                        "anonymous": true, "text": {"subject": "%s", "text": "%s"}
                        """
                                .formatted(concern, about, canary)));
    }

    private Reply erase(RunningLedger ledger) {
        return send(
                ledger,
                "ErasePersonalData",
                "\"ground\": \"NO_LONGER_NECESSARY\", \"requestedBy\": \"DATA_SUBJECT\","
                        + " \"approvers\": [\"0b1f3c8e-7d52-4a9d-8c51-1f2e3d4c5b6a\"]");
    }

    private Reply send(RunningLedger ledger, String command, String fields) {
        return ledger.post(
                command,
                Senders.REGISTRY,
                Sample.about("\"person\": \"%s\", %s".formatted(person, fields)));
    }

    private static Optional<String> text(RunningLedger ledger, String concern) {
        Ledger kept = ledger.bean(Ledger.class);
        StoredEvent raised = kept.readStream("concern:" + concern).events().getFirst();
        return kept.personalText(raised, "/text");
    }

    private void awaitErased(RunningLedger ledger) throws Exception {
        Patience.until(
                "parts and key are gone",
                () -> parts(ledger) == 0 && keys(ledger, person).isEmpty());
    }

    private void awaitGone(byte[] key) throws Exception {
        Patience.until("no file holds the key", () -> filesWith(key).isEmpty());
    }

    private long parts(RunningLedger ledger) {
        return JdbcClient.create(ledger.owner())
                .sql("select count(*) from ledger.personal where subject = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    /// One, or none.
    private static List<byte[]> keys(RunningLedger ledger, UUID subject) {
        return JdbcClient.create(ledger.vaultOwner())
                .sql("select key from vault.subject_key where subject = ?")
                .param(subject)
                .query((row, _) -> row.getBytes(1))
                .list();
    }

    private static void sql(RunningLedger ledger, String... statements) {
        JdbcTemplate owner = new JdbcTemplate(ledger.owner());
        for (String each : statements) {
            owner.execute(each);
        }
    }

    /// The files of the application that hold a value, as it is or in hexadecimal digits.
    private List<Path> filesWith(byte[] value) throws IOException {
        List<String> written =
                List.of(
                        new String(value, StandardCharsets.ISO_8859_1),
                        HexFormat.of().formatHex(value),
                        HexFormat.of().formatHex(value).toUpperCase(Locale.ROOT));
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(files().data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = content(file);
                if (written.stream().anyMatch(content::contains)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /// A server that runs takes files away.
    private static String content(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException _) {
            return "";
        }
    }
}
