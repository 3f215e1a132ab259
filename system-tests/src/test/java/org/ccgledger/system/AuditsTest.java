package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// An auditor has the ledger verified and exported, over HTTP.
class AuditsTest {

    private static final String VERIFICATIONS = "/v1/audit/verifications";
    private static final String EXPORTS = "/v1/audit/exports";

    private static final RunningLedger LEDGER = RunningLedger.start("--ccg.exports.kept=2");

    @TempDir private Path folder;

    @BeforeAll
    static void play() throws Exception {
        Sample.play(LEDGER);
        awaitSigned();
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    private static void awaitSigned() throws Exception {
        long head = LEDGER.bean(Ledger.class).head();
        Patience.until("a checkpoint covers " + head, () -> signed() >= head);
    }

    private static long signed() {
        return Long.parseLong(
                LEDGER.get("/v1/audit/checkpoint")
                        .body()
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow());
    }

    private static Reply ask(String path, String json) {
        return LEDGER.caller().postTo(path, Senders.AUDITOR, json);
    }

    private static JsonNode verified() throws Exception {
        return Asked.done(LEDGER.caller(), ask(VERIFICATIONS, "{}")).get("report");
    }

    @Test
    void a_verification_says_what_was_checked_and_what_was_not() throws Exception {
        JsonNode report = verified();

        assertThat(report.get("isInOrder").asBoolean()).as("%s", report).isTrue();
        assertThat(report.get("wrong")).isEmpty();
        assertThat(report.get("size").asLong()).isEqualTo(signed());
        assertThat(report.get("events").asLong()).isEqualTo(LEDGER.bean(Ledger.class).head());
        assertThat(report.get("notChecked").toString())
                .contains("What personal parts say")
                .doesNotContain("--last-seen");
        assertThat(report.get("sentences").toString())
                .contains("All that was checked is in order.");
    }

    @Test
    void a_row_that_was_changed_is_the_first_that_is_named() throws Exception {
        String change =
                "update ledger.event set effective_on = effective_on %s 1 where position = 7";
        JsonNode report;
        tamper(change.formatted("+"));
        try {
            report = verified();
        } finally {
            tamper(change.formatted("-"));
        }

        assertThat(report.get("isInOrder").asBoolean()).isFalse();
        assertThat(report.at("/wrong/0/position").asLong()).isEqualTo(7);
        assertThat(verified().get("isInOrder").asBoolean()).isTrue();
    }

    /// The signer's file remembers what the database has lost.
    @Test
    void a_ledger_that_was_rolled_back_is_found_by_what_was_signed() throws Exception {
        JsonNode report;
        tamper(
                "create table public.aside as select * from ledger.checkpoint where size = "
                        + signed(),
                "delete from ledger.checkpoint where size in (select size from public.aside)");
        try {
            report = verified();
        } finally {
            tamper(
                    "insert into ledger.checkpoint select * from public.aside",
                    "drop table public.aside");
        }

        assertThat(report.get("wrong").toString()).contains("was rolled back");
    }

    private static void tamper(String... statements) throws Exception {
        try (Connection owner = LEDGER.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    @Test
    void an_export_is_fetched_as_one_archive_that_the_offline_verifier_accepts() throws Exception {
        JsonNode export = Asked.done(LEDGER.caller(), ask(EXPORTS, "{}"));

        assertThat(export.get("events").asLong()).isEqualTo(signed());
        Ended audit = audit(unpacked(export));
        assertThat(audit.status()).as("%s", audit).isZero();
        assertThat(audit.output())
                .contains("%d events".formatted(signed()), "All that was checked is in order.");
        awaitRecorded(export.get("bundle").asString());
    }

    @Test
    void an_export_ends_with_the_newest_checkpoint_up_to_a_size() throws Exception {
        long before = signed();
        Sample.Command pledge = Sample.pledge("audits-one", "DH/DH", "A promise.");
        assertThat(LEDGER.post(pledge.name(), pledge.actor(), pledge.json()).status())
                .isEqualTo(201);
        awaitSigned();

        JsonNode export =
                Asked.done(LEDGER.caller(), ask(EXPORTS, "{\"upTo\":%d}".formatted(before)));

        assertThat(export.get("events").asLong()).isEqualTo(before).isLessThan(signed());
        assertThat(audit(unpacked(export)).status()).isZero();
    }

    @Test
    void so_many_exports_are_kept_and_no_more_and_the_oldest_goes_with_its_files()
            throws Exception {
        JsonNode first = Asked.done(LEDGER.caller(), ask(EXPORTS, "{}"));
        JsonNode second = Asked.done(LEDGER.caller(), ask(EXPORTS, "{}"));
        JsonNode third = Asked.done(LEDGER.caller(), ask(EXPORTS, "{}"));

        assertThat(LEDGER.get(EXPORTS + "/" + first.get("id").asString()).status()).isEqualTo(404);
        assertThat(LEDGER.get(first.get("bundle").asString()).status()).isEqualTo(404);
        assertThat(bundle(first)).doesNotExist();
        assertThat(bundle(second)).isDirectory();
        assertThat(bundle(third)).isDirectory();
    }

    @Test
    void what_cannot_be_exported_is_said_and_leaves_nothing() throws Exception {
        assertThat(ask(EXPORTS, "{\"upTo\":0}").code()).isEqualTo("INVALID_FIELD");
        assertThat(ask(EXPORTS, "{\"to\":5}").status()).isEqualTo(400);
        assertThat(ask(VERIFICATIONS, "{\"policy\":\"mine\"}").status()).isEqualTo(400);
        for (String path : new String[] {VERIFICATIONS, EXPORTS}) {
            assertThat(LEDGER.caller().postTo(path, Senders.BOARD, "{}").status()).isEqualTo(403);
            assertThat(LEDGER.get(path + "/none").status()).isEqualTo(404);
        }
        long smallest = smallestCheckpoint();
        if (smallest > 1) {
            JsonNode failed =
                    Asked.over(
                            LEDGER.caller(), ask(EXPORTS, "{\"upTo\":%d}".formatted(smallest - 1)));
            assertThat(failed.get("failure").asString()).contains("No checkpoint");
            assertThat(bundle(failed)).doesNotExist();
        }
    }

    /// A bundle that ends before an erasure would look like one that has lost something.
    @Test
    void an_erasure_behind_the_end_of_a_bundle_is_not_left_out() throws Exception {
        UUID person = UUID.randomUUID();
        accepted(
                "RaiseConcern",
                Senders.AUDITOR,
                """
                "concern": "audits-erased", "body": "BOARD/X24", "category": "PATIENT_SAFETY",
                "anonymous": true, "text": {"subject": "%s", "text": "Not for long."}
                """
                        .formatted(person));
        awaitSigned();
        long before = signed();
        accepted(
                "ErasePersonalData",
                Senders.REGISTRY,
                """
                "person": "%s", "ground": "NO_LONGER_NECESSARY", "requestedBy": "DATA_SUBJECT",
                "approvers": ["0b1f3c8e-7d52-4a9d-8c51-1f2e3d4c5b6a"]
                """
                        .formatted(person));
        JdbcClient owner = JdbcClient.create(LEDGER.owner());
        Patience.until(
                "the part is gone",
                () ->
                        owner.sql("select count(*) from ledger.personal where subject = ?")
                                        .param(person)
                                        .query(Long.class)
                                        .single()
                                == 0);
        awaitSigned();
        String said = "Personal data was erased at position " + (before + 1);

        JsonNode failed =
                Asked.over(LEDGER.caller(), ask(EXPORTS, "{\"upTo\":%d}".formatted(before)));
        assertThat(failed.get("failure").asString()).startsWith(said);
        assertThat(bundle(failed)).doesNotExist();

        Path to = folder.resolve("bundle");
        tamper(
                "create table public.aside as select * from ledger.checkpoint where size > "
                        + before,
                "delete from ledger.checkpoint where size > " + before);
        Ended refused;
        try {
            refused = export(to);
        } finally {
            tamper(
                    "insert into ledger.checkpoint select * from public.aside on conflict do nothing",
                    "drop table public.aside");
        }
        assertThat(refused.status()).as("%s", refused).isEqualTo(2);
        assertThat(refused.errors()).startsWith(said).contains("once a checkpoint covers it");
        assertThat(to).doesNotExist();

        Ended exported = export(to);
        assertThat(exported.status()).as("%s", exported).isZero();
        Ended audit = audit(to);
        assertThat(audit.status()).as("%s", audit).isZero();
        assertThat(audit.output()).contains("erased by an event that says so");
    }

    private static void accepted(String command, String actor, String fields) {
        Reply reply = LEDGER.post(command, actor, Sample.about(fields));
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
    }

    private static Ended export(Path to) throws Exception {
        return Ended.after(
                "export",
                "--no-read-models",
                "--to",
                to.toString(),
                "--data-directory",
                data().toString());
    }

    /// None can begin while nobody may read the events.
    @ParameterizedTest
    @CsvSource({EXPORTS + ", 2", VERIFICATIONS + ", 20"})
    void what_is_asked_for_while_too_many_wait_is_to_be_asked_for_later(String path, int most)
            throws Exception {
        List<Reply> taken = new ArrayList<>();
        Reply refused;
        try (Connection owner = LEDGER.owner().getConnection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table ledger.event in access exclusive mode");
            for (int i = 0; i < most; i++) {
                taken.add(ask(path, "{}"));
            }
            refused = ask(path, "{}");
            owner.rollback();
        }

        assertThat(refused.status()).as("%s", refused).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("UNAVAILABLE");
        assertThat(refused.header("Retry-After")).contains("30");
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        for (Reply one : taken) {
            Asked.done(LEDGER.caller(), one);
        }
        Asked.done(LEDGER.caller(), ask(path, "{}"));
    }

    @Test
    void an_export_is_refused_while_the_disk_has_too_little_space() {
        try (RunningLedger full = RunningLedger.start("--ccg.exports.reserve=1000000TB")) {
            Reply refused = full.caller().postTo(EXPORTS, Senders.AUDITOR, "{}");

            assertThat(refused.status()).isEqualTo(507);
            assertThat(refused.code()).isEqualTo("INSUFFICIENT_STORAGE");
            assertThat(full.getAsAnybody("/problems/insufficient-storage").status()).isEqualTo(200);
        }
    }

    private static long smallestCheckpoint() throws Exception {
        try (Connection owner = LEDGER.owner().getConnection();
                Statement statement = owner.createStatement();
                var row = statement.executeQuery("select min(size) from ledger.checkpoint")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Path data() {
        return Path.of(LEDGER.property("ccg.data-directory"));
    }

    private static Path bundle(JsonNode export) {
        return data().resolve("exports").resolve(export.get("id").asString());
    }

    /// Who fetches a bundle is written down, a moment later.
    private static void awaitRecorded(String path) throws Exception {
        Path log = data().resolve("access-log/access");
        Patience.until(path + " is recorded", () -> Files.readString(log).contains(path));
    }

    private Path unpacked(JsonNode export) throws IOException {
        HttpResponse<byte[]> archive =
                LEDGER.caller().fetch(export.get("bundle").asString(), Senders.AUDITOR);
        assertThat(archive.statusCode()).isEqualTo(200);
        assertThat(archive.headers().firstValue("Content-Type")).contains("application/zip");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        return folder.resolve("ccg-ledger-" + export.get("events").asLong());
    }

    private Ended audit(Path bundle) throws Exception {
        Path policy = Files.writeString(folder.resolve("policy"), Policies.of(LEDGER.owner()));
        return Ended.ofVerifier("audit", bundle.toString(), "--policy", policy.toString());
    }
}
