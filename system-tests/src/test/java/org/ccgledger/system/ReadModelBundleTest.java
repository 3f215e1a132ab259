package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.ccgledger.ledger.bundle.LedgerExport;
import org.ccgledger.query.readmodels.ReadModel;
import org.ccgledger.query.readmodels.ReadModelFiles;
import org.ccgledger.verifier.AuditReport;
import org.ccgledger.verifier.AuditReport.Fault;
import org.ccgledger.verifier.LedgerAudit;
import org.ccgledger.verifier.Policy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The read models in a bundle: made by an auditor, while the ledger goes on, and cut off.
class ReadModelBundleTest {

    private static final RunningLedger LEDGER = RunningLedger.start();

    @TempDir private static Path shared;
    @TempDir private Path folder;

    private static DataSource auditor;

    @BeforeAll
    static void export() throws Exception {
        auditor = LEDGER.as("ledger_auditor");
        Sample.play(LEDGER);
        LEDGER.awaitAllSigned();
        export(clean(), Duration.ofSeconds(20), (_, _) -> {});
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void an_auditor_makes_them_and_nothing_in_them_is_amiss() throws Exception {
        Map<String, Long> rows = CsvwTables.rows(clean().resolve("read-models"));

        assertThat(rows).containsEntry("ccg_standing", 16L).containsEntry("stated_figure", 8L);
        assertThat(audit(clean()).faults()).isEmpty();
        assertThat(audit(clean()).notChecked())
                .anyMatch(what -> what.startsWith("Whether the rows in read-models follow"));
    }

    @Test
    void a_bundle_can_be_without_them() throws Exception {
        Path to = Bundles.copy(clean(), folder.resolve("bundle"));
        export(auditor, to, List.of());

        assertThat(Bundles.files(to).keySet()).noneMatch(name -> name.startsWith("read-models/"));
        assertThat(audit(to).faults()).isEmpty();
    }

    @Test
    void no_byte_of_a_file_can_be_altered_by_accident() throws Exception {
        for (String name :
                List.of("ccg_standing.csv", "ccg_standing.parquet", "csv-metadata.json")) {
            Path damaged = Bundles.copy(clean(), folder.resolve("damaged-" + name));
            flip(damaged.resolve("read-models").resolve(name));

            assertThat(audit(damaged).faults())
                    .extracting(Fault::what)
                    .containsExactly(
                            "read-models/" + name + " is not the file that SHA256SUMS lists");
        }
    }

    @Test
    void what_is_cut_off_goes_on_and_what_is_damaged_is_made_anew() throws Exception {
        Path to = folder.resolve("bundle");
        assertThatThrownBy(() ->
                        export(
                                to,
                                Duration.ofSeconds(20),
                                (done, _) -> {
                                    if (done == 100) {
                                        throw new UnsupportedOperationException("cut off");
                                    }
                                }))
                .hasMessage("cut off");
        assertThat(to.resolve("SHA256SUMS")).doesNotExist();
        flip(to.resolve("read-models/ccg_standing.csv"));
        Files.writeString(to.resolve("read-models/wave.csv.unfinished"), "number");

        assertThat(export(to, Duration.ofSeconds(20), (_, _) -> {}).written()).isZero();

        assertThat(Bundles.files(to)).isEqualTo(Bundles.files(clean()));
    }

    @Test
    void read_models_that_are_behind_are_waited_for_and_the_rest_stays() throws Exception {
        Path to = folder.resolve("bundle");
        JdbcClient owner = JdbcClient.create(LEDGER.owner());
        owner.sql(
                        "create table kept as select * from projection.progress where projection = 'ccgs'")
                .update();
        owner.sql("delete from projection.progress where projection = 'ccgs'").update();
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> export(to, Duration.ofMillis(50), (_, _) -> {}))
                    .withMessageContaining("The read models are behind")
                    .withMessageContaining("events: ccgs.");
            assertThat(to.resolve("events/000000")).exists();
            assertThat(to.resolve("SHA256SUMS")).doesNotExist();
        } finally {
            owner.sql("insert into projection.progress select * from kept").update();
            owner.sql("drop table kept").update();
        }

        assertThat(export(to, Duration.ofSeconds(20), (_, _) -> {}).written()).isZero();
        assertThat(Bundles.files(to)).isEqualTo(Bundles.files(clean()));
    }

    @Test
    void what_is_recorded_later_changes_nothing_in_what_was_known() throws Exception {
        try (RunningLedger ledger = RunningLedger.start()) {
            DataSource reader = ledger.as("ledger_auditor");
            assertAccepted(
                    ledger.post(
                            "ProposeCCG",
                            Senders.lead("90X"),
                            Sample.proposal("90X", "E38999000", "E38999000", "Y90001", "Y90002")));
            ledger.awaitAllSigned();
            Path older = folder.resolve("older");
            export(reader, older, models(reader));
            String end = Files.readAllLines(older.resolve("checkpoint")).get(1);
            assertAccepted(
                    ledger.post(
                            "WithdrawApplication",
                            Senders.lead("90X"),
                            Sample.about("\"ccg\": \"90X\"")));
            ledger.awaitAllSigned();
            Path later = folder.resolve("later");
            export(reader, later, models(reader));

            Path again = folder.resolve("again");
            try (Connection owner = ledger.owner().getConnection();
                    Statement statement = owner.createStatement()) {
                owner.setAutoCommit(false);
                statement.execute("set local session_replication_role = replica");
                statement.execute("delete from ledger.checkpoint where size > " + end);
                LedgerExport.run(owner, again, (_, _) -> {}, models(reader));
                owner.rollback();
            }

            assertThat(Bundles.files(again)).isEqualTo(Bundles.files(older));
            Path grown = Bundles.copy(older, folder.resolve("grown"));
            export(reader, grown, models(reader));
            assertThat(Bundles.files(grown)).isEqualTo(Bundles.files(later));
            assertThat(standings(older))
                    .singleElement()
                    .asString()
                    .matches("90X,PROPOSED,true,\\d+,2012-07-01,,\\d+,");
            assertThat(standings(later))
                    .hasSize(2)
                    .anyMatch(row -> row.matches("90X,PROPOSED,true,\\d+,2012-07-01,,\\d+,\\d+"))
                    .anyMatch(row -> row.matches("90X,WITHDRAWN,true,\\d+,2012-07-01,,\\d+,"));
        }
    }

    private static void assertAccepted(Reply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
    }

    private static List<String> standings(Path bundle) throws IOException {
        List<String> lines = Files.readAllLines(bundle.resolve("read-models/ccg_standing.csv"));
        assertThat(lines.getFirst())
                .isEqualTo("ccg,standing,holds,set_by,eff_from,eff_to,known_from,known_to");
        return lines.subList(1, lines.size());
    }

    private static Path clean() {
        return shared.resolve("clean");
    }

    private static LedgerExport.Exported export(
            Path to, Duration patience, LedgerExport.Progress progress) throws Exception {
        return export(
                auditor,
                to,
                List.of(
                        new ReadModelFiles(
                                auditor, patience, ReadModelBundleTest::asItIs, progress)));
    }

    private static List<ReadModelFiles> models(DataSource database) {
        return List.of(
                new ReadModelFiles(
                        database,
                        Duration.ofSeconds(20),
                        ReadModelBundleTest::asItIs,
                        (_, _) -> {}));
    }

    /// What stands for Parquet here tells as well from which CSV it was made.
    private static void asItIs(Path csv, List<ReadModel.Column> columns, Path to)
            throws IOException {
        Files.writeString(to, columns + "\n" + Files.readString(csv));
    }

    private static LedgerExport.Exported export(
            DataSource database, Path to, List<ReadModelFiles> models) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            LedgerExport.Exported exported = LedgerExport.run(connection, to, (_, _) -> {}, models);
            connection.rollback();
            return exported;
        }
    }

    private static AuditReport audit(Path bundle) throws IOException {
        return LedgerAudit.run(
                bundle,
                new LedgerAudit.Given(
                        Policy.parse(Files.readString(bundle.resolve("keys"))), null, null),
                (_, _) -> {});
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
