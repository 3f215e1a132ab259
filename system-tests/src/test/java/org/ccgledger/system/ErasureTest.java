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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.Patience;
import org.ccgledger.ledger.StoredEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What is erased is nowhere any more, and stays erased; what the ledger proves it still proves.
class ErasureTest {

    private static final String PARKED = "concern-1";
    private static final String GROUP = "11A";
    private static final String DECLARED_ON = "2015-02-03";
    private static final String DEAD_LETTERS = "projection.dead_letter_entry";

    @TempDir private Path folder;

    private final UUID person = UUID.randomUUID();
    private final UUID another = UUID.randomUUID();
    private final String canary = "canary-" + UUID.randomUUID();

    @Test
    void what_is_erased_is_nowhere_and_every_proof_still_holds() throws Exception {
        byte[] key;
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            Files.writeString(folder.resolve("policy"), Policies.of(ledger.owner()));
            sql(
                    ledger,
                    "alter table projection.concern add constraint unbearable check (concern <> '%s')"
                            .formatted(PARKED));
            raise(ledger, PARKED, person);
            raise(ledger, "concern-2", another);
            key = keys(ledger, person).getFirst();
            assertThat(key).hasSize(32);
            assertThat(text(ledger, PARKED)).contains(canary);
            assertThat(ledger.get("/v1/concerns").body()).contains("concern-2");
            assertThat(tablesWith(ledger, PARKED)).contains(DEAD_LETTERS, "ledger.event");
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
            assertThat(text(ledger, PARKED)).contains(canary);
            assertThat(send(ledger, "LiftLegalHold", "\"hold\": \"claim-2016-041\"").status())
                    .isEqualTo(201);
            Reply erased = erase(ledger);
            assertThat(erased.status()).as(erased.body()).isEqualTo(201);
            awaitErased(ledger);
            assertThat(text(ledger, "concern-2")).contains(canary);
            sql(ledger, "checkpoint", "select pg_switch_wal()", "checkpoint");
            awaitGone(key);
            assertThat(tablesWith(ledger, PARKED)).contains(DEAD_LETTERS);
            assertThat(tablesWith(ledger, canary)).isEmpty();
            sql(ledger, "alter table projection.concern drop constraint unbearable");
            run("projections", "retry", "concerns");
            assertThat(tablesWith(ledger, PARKED)).contains("projection.concern");
            assertThat(tablesWith(ledger, PARKED)).doesNotContain(DEAD_LETTERS);
            assertThat(tablesWith(ledger, canary)).isEmpty();
            assertNowhereInWhatIsExported(ledger, key);
        }
        assertThat(filesWith(bytes(canary))).isEmpty();
        Ended verified = files().verify("--last-seen", seen.toString());
        assertThat(verified.status()).as(verified.toString()).isZero();
        assertThat(verified.output()).contains("erased by an event that says so");

        files().putBack();
        assertThat(filesWith(key)).as("files of the backup that hold the key").isNotEmpty();
        Ended restored = files().restored();
        assertThat(restored.status()).as(restored.toString()).isZero();
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            assertThat(text(ledger, PARKED)).isEmpty();
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

    /// An edition's rows are facts, so that it can be made again from what is left.
    @Test
    void what_was_published_before_keeps_its_bytes() throws Exception {
        Map<String, String> published;
        long known;
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            Directed groups = new Directed(ledger);
            groups.authorise(GROUP, 0, "acute-commissioning");
            groups.awaitEstablished(GROUP);
            declare(ledger, person);
            declare(ledger, another);
            JsonNode edition = publish(ledger);
            assertThat(edition.get("rows").asInt()).isEqualTo(2);
            known = ledger.bean(Ledger.class).head();
            published = published(ledger, known);
            assertThat(published.values())
                    .noneMatch(answer -> answer.contains(canary))
                    .anyMatch(answer -> answer.contains(edition.get("sha256").asString()))
                    .anyMatch(answer -> answer.contains(person.toString()));

            assertThat(erase(ledger).status()).isEqualTo(201);
            awaitErased(ledger);

            assertThat(published(ledger, known)).isEqualTo(published);
            JsonNode again = publish(ledger);
            assertThat(again.get("position")).isNotEqualTo(edition.get("position"));
            assertThat(again.get("sha256")).isEqualTo(edition.get("sha256"));
            assertThat(again.get("rows")).isEqualTo(edition.get("rows"));
        }
        for (String readModel : List.of("interests", "interest-registers")) {
            run("projections", "rebuild", readModel);
        }
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            assertThat(published(ledger, known)).isEqualTo(published);
        }
    }

    private void declare(RunningLedger ledger, UUID declarant) {
        Reply reply =
                ledger.post(
                        "DeclareInterest",
                        declarant + ";role=DECLARANT;body=CCG/" + GROUP,
                        Sample.about(
                                """
                                "interest": "%s", "person": "%s", "ccg": "%s", "declarant": "GOVERNING_BODY_MEMBER",
                                "terms": {"category": "FINANCIAL", "indirect": false, "organisation": "PROVIDER/RX1",
                                  "nature": {"subject": "%s", "text": "%s"}, "from": "2014-06-01"},
                                "awareOn": "2014-06-01", "consentToPublish": true
                                """
                                        .formatted(
                                                UUID.randomUUID(),
                                                declarant,
                                                GROUP,
                                                declarant,
                                                canary),
                                DECLARED_ON));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    /// Publishes the register as at the day of the declarations; the edition as it is listed.
    private static JsonNode publish(RunningLedger ledger) {
        Reply reply =
                ledger.post(
                        "PublishRegister",
                        Senders.lead(GROUP),
                        Sample.about(
                                "\"ccg\": \"%s\", \"kind\": \"INTERESTS\", \"asAt\": \"%s\""
                                        .formatted(GROUP, DECLARED_ON),
                                DECLARED_ON));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        JsonNode editions =
                ledger.get("/v1/interest-registers/editions?ccg=" + GROUP).json().get("items");
        return editions.get(editions.size() - 1);
    }

    /// What anybody is answered about that register as known at a position, in every form.
    private static Map<String, String> published(RunningLedger ledger, long known) {
        Map<String, String> published = new TreeMap<>();
        for (String path :
                List.of(
                        "/v1/interest-registers/editions",
                        "/v1/interests",
                        "/v1/reports/registers/interests")) {
            String asked =
                    "%s?ccg=%s&asOf=%s&knownAt=%d".formatted(path, GROUP, DECLARED_ON, known);
            for (String form :
                    path.contains("reports")
                            ? List.of("application/json", "text/html", "application/pdf")
                            : List.of("application/json", "text/csv")) {
                published.put(
                        asked + " " + form,
                        new String(
                                ledger.caller().bytes(asked, Senders.AUDITOR, form),
                                StandardCharsets.ISO_8859_1));
            }
        }
        return published;
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

    /// The concern is seen in all that is searched.
    private void assertNowhereInWhatIsExported(RunningLedger ledger, byte[] key) throws Exception {
        ledger.awaitAllSigned();
        Path bundle = folder.resolve("bundle");
        run("export", "--to", bundle.toString());
        Path events = bundle.resolve("events/000000");
        Path csv = bundle.resolve("read-models/audit_event.csv");
        Path parquet = bundle.resolve("read-models/audit_event.parquet");
        assertThat(filesWith(bundle, bytes(PARKED))).contains(events, csv);
        assertThat(filesWith(bundle, bytes("PersonalDataErased"))).contains(events, csv);
        assertThat(parquetWith(bundle, PARKED))
                .contains(parquet, bundle.resolve("read-models/concern.parquet"));

        assertThat(filesWith(bundle, bytes(canary))).isEmpty();
        assertThat(filesWith(bundle, key)).isEmpty();
        assertThat(parquetWith(bundle, canary)).isEmpty();
        assertThat(parquetWith(bundle, HexFormat.of().formatHex(key))).isEmpty();
    }

    /// Runs a subcommand on this data folder.
    private void run(String... words) throws Exception {
        Ended ended =
                Ended.after(
                        Stream.concat(
                                        Stream.of(words),
                                        Stream.of("--data-directory", files().data().toString()))
                                .toArray(String[]::new));
        assertThat(ended.status()).as(ended.toString()).isZero();
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

    /// The tables of the ledger's database that hold a value in some row, whatever PostgreSQL packs
    /// it into.
    private static List<String> tablesWith(RunningLedger ledger, String value) {
        JdbcClient owner = JdbcClient.create(ledger.owner());
        return owner
                .sql(
                        """
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')
                        """)
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .filter(table ->
                        owner.sql(
                                        "select exists (select from %s t where t::text like any (:forms))"
                                                .formatted(table))
                                .param(
                                        "forms",
                                        forms(bytes(value))
                                                .map(it -> "%" + it + "%")
                                                .toArray(String[]::new))
                                .query(Boolean.class)
                                .single())
                .toList();
    }

    /// The files of Parquet that hold a text in some row.
    private static List<Path> parquetWith(Path bundle, String text) throws Exception {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".parquet")).toList()) {
                if (!DuckDb.rows(
                                "select 1 from %s t where contains(t::varchar, '%s') limit 1"
                                        .formatted(DuckDb.table(file), text))
                        .isEmpty()) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A value as it is, and in hexadecimal digits.
    private static Stream<String> forms(byte[] value) {
        return Stream.of(
                new String(value, StandardCharsets.ISO_8859_1),
                HexFormat.of().formatHex(value),
                HexFormat.of().formatHex(value).toUpperCase(Locale.ROOT));
    }

    /// The files of the application that hold a value, as it is or in hexadecimal digits.
    private List<Path> filesWith(byte[] value) throws IOException {
        return filesWith(files().data(), value);
    }

    private static List<Path> filesWith(Path place, byte[] value) throws IOException {
        List<String> written = forms(value).toList();
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file :
                    files.filter(Files::isRegularFile).filter(it -> !isLock(it)).toList()) {
                String content = content(file);
                if (written.stream().anyMatch(content::contains)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /// A process that closes a file gives up its lock on it, and this one may hold the ledger's.
    private static boolean isLock(Path file) {
        return file.endsWith("data/lock");
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
