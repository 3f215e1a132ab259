package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.system.DuckDb.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ccgledger.verifier.CcgVerify;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// England in a bundle, read by those who have the files alone, and held against what the ledger
/// answers.
class EnglandBundleTest {

    private static final String DAY = "2013-06-01";

    /// What holds on that day, as known at the end of the bundle.
    private static final String HOLDING =
            " where holds and known_to is null and eff_from <= date '%1$s' and (eff_to is null or eff_to > date '%1$s')"
                    .formatted(DAY);

    @TempDir private static Path folder;

    @BeforeAll
    static void export() throws Exception {
        Ended exported = exported("bundle");
        assertThat(exported.status()).as(exported.toString()).isZero();
        assertThat(exported.output())
                .containsPattern("Read models: (\\d+) of \\1 tables")
                .contains(", and the read models as they stand there.");
    }

    private static Ended exported(String to) throws Exception {
        return Ended.after(
                "export",
                "--data-directory",
                PlayedEngland.shared().data().toString(),
                "--to",
                folder.resolve(to).toString());
    }

    @Test
    void its_tables_are_what_their_metadata_say_and_parquet_holds_the_same_rows() throws Exception {
        Map<String, Long> csv = CsvwTables.rows(readModels());

        assertThat(csv).hasSizeGreaterThan(150);
        for (Map.Entry<String, Long> table : csv.entrySet()) {
            assertThat(number("select count(*) from " + parquet(table.getKey())))
                    .as(table.getKey())
                    .isEqualTo(table.getValue());
        }
        assertThat(
                        rows(
                                "select column_name, column_type from (describe select * from %s)"
                                        .formatted(parquet("condition"))))
                .contains(
                        List.of("imposed_on", "DATE"),
                        List.of("bespoke", "BOOLEAN"),
                        List.of("known_from", "BIGINT"),
                        List.of("ccg", "VARCHAR"));
        assertThat(
                        rows(
                                "select column_name, column_type from (describe select * from %s)"
                                        .formatted(parquet("audit_event"))))
                .contains(
                        List.of("recorded_at", "TIMESTAMP WITH TIME ZONE"),
                        List.of("tags", "VARCHAR[]"),
                        List.of("event_id", "UUID"));
    }

    @Test
    void they_give_the_lists_that_the_ledger_answers_with() throws Exception {
        long end = end("bundle");
        PlayedEngland england = PlayedEngland.shared();
        String at = "?limit=500&count=exact&asOf=%s&knownAt=%d".formatted(DAY, end);

        JsonNode conditions = england.get("/v1/conditions" + at).json();
        assertThat(conditions.get("count").asLong()).isPositive();
        assertThat(number("select count(*) from " + parquet("condition") + HOLDING))
                .isEqualTo(conditions.get("count").asLong());
        List<List<String>> listed = new ArrayList<>();
        conditions
                .get("items")
                .forEach(row ->
                        listed.add(
                                List.of(
                                        row.get("ccg").asString(),
                                        row.get("condition").asString(),
                                        row.get("level").asString(),
                                        row.get("imposedOn").asString())));
        assertThat(
                        rows(
                                """
                                select ccg, condition, level, imposed_on::varchar from
                                (select * from %s %s) join (select ccg, condition, level from %s %s) using (ccg, condition)
                                order by ccg, condition limit 500
                                """
                                        .formatted(
                                                parquet("condition"),
                                                HOLDING,
                                                parquet("condition_level"),
                                                HOLDING)))
                .isEqualTo(listed);
        assertThat(number("select count(*) from " + parquet("membership") + HOLDING))
                .isEqualTo(england.get("/v1/practices" + at).json().get("count").asLong());
        assertThat(number("select count(*) from " + parquet("audit_event")))
                .isEqualTo(england.get("/v1/audit/events" + at).json().get("count").asLong());
        assertThat(number("select max(position) from " + parquet("audit_event")))
                .isLessThanOrEqualTo(end);
    }

    /// A checkpoint that is signed between two exports makes the later one longer, so both are made
    /// until they go up to the same one.
    @Test
    void they_are_the_same_bytes_when_they_are_made_again() throws Exception {
        int attempt = 0;
        String again;
        do {
            again = "again-" + attempt++;
            assertThat(exported("bundle").status()).isZero();
            assertThat(exported(again).status()).isZero();
        } while (attempt < 5 && end(again) != end("bundle"));

        assertThat(Bundles.files(folder.resolve(again)))
                .isEqualTo(Bundles.files(folder.resolve("bundle")));
    }

    @Test
    void the_audit_says_that_it_holds_them_against_the_list_alone() throws Exception {
        Ended audit =
                Ended.of(
                        Map.of(),
                        System.getProperty("java.class.path"),
                        CcgVerify.class,
                        "audit",
                        folder.resolve("bundle").toString(),
                        "--policy",
                        folder.resolve("bundle/keys").toString());

        assertThat(audit.status()).as(audit.toString()).isZero();
        assertThat(audit.output())
                .contains("Not checked: Whether the rows in read-models follow from the events");
    }

    private static Path readModels() {
        return folder.resolve("bundle/read-models");
    }

    private static long end(String bundle) throws Exception {
        return Long.parseLong(
                Files.readAllLines(folder.resolve(bundle).resolve("checkpoint")).get(1));
    }

    private static String parquet(String table) {
        return DuckDb.table(readModels().resolve(table + ".parquet"));
    }

    private static long number(String sql) throws SQLException {
        return Long.parseLong(rows(sql).getFirst().getFirst());
    }
}
