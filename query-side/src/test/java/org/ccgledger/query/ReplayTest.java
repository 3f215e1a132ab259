package org.ccgledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccgledger.ledger.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

    /// Rows name positions, so one ledger is as good as another with the same events.
    private static final Map<String, String> ONE_AT_A_TIME = rowsWithBatchesOf(1);

    @Test
    void every_table_of_the_read_models_holds_rows() {
        assertThat(ONE_AT_A_TIME).hasSizeGreaterThan(20).doesNotContainValue(digest(""));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 1000})
    void batches_of_any_size_give_the_same_rows(int batchSize) {
        assertThat(rowsWithBatchesOf(batchSize)).isEqualTo(ONE_AT_A_TIME);
    }

    private static Map<String, String> rowsWithBatchesOf(int size) {
        try (RunningQuerySide queries = new RunningQuerySide(size, Map.of())) {
            SampleHistory.appendTo(queries.history());
            queries.catchUp();
            Map<String, String> first = digests(queries);
            assertThatPeriodsDoNotOverlap(queries);
            queries.projections().forEach(queries::replay);
            queries.catchUp();
            assertThat(digests(queries)).isEqualTo(first);
            return first;
        }
    }

    private static Map<String, String> digests(RunningQuerySide queries) {
        Map<String, String> digests = new TreeMap<>();
        for (String table : timelines(queries)) {
            digests.put(
                    table,
                    digest(
                            queries.sql()
                                    .sql(
                                            "select coalesce(string_agg(t::text, E'\\n' order by t::text), '')"
                                                    + " from projection."
                                                    + table
                                                    + " t")
                                    .query((row, _) -> row.getString(1))
                                    .single()));
        }
        return digests;
    }

    private static void assertThatPeriodsDoNotOverlap(RunningQuerySide queries) {
        for (String table : timelines(queries)) {
            String key =
                    queries.sql()
                            .sql(
                                    "select string_agg('a.' || column_name || ' = b.' || column_name, ' and ')"
                                            + " from information_schema.key_column_usage"
                                            + " where table_schema = 'projection' and table_name = ?"
                                            + " and column_name not in ('eff_from', 'known_from')")
                            .param(table)
                            .query((row, _) -> row.getString(1))
                            .single();
            assertThat(
                            queries.sql()
                                    .sql(
                                            "select count(*) from projection."
                                                    + table
                                                    + " a join projection."
                                                    + table
                                                    + " b on a.ctid < b.ctid and "
                                                    + key
                                                    + " and a.eff_from < b.eff_to and b.eff_from < a.eff_to"
                                                    + " and a.known_from < b.known_to and b.known_from < a.known_to")
                                    .query(Long.class)
                                    .single())
                    .as(table)
                    .isZero();
        }
    }

    private static List<String> timelines(RunningQuerySide queries) {
        return queries.sql()
                .sql(
                        "select c.table_name from information_schema.columns c join information_schema.tables t"
                                + " using (table_schema, table_name) where table_schema = 'projection'"
                                + " and c.column_name = 'known_to' and t.table_type = 'BASE TABLE'")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String digest(String rows) {
        return HexFormat.of().formatHex(Digests.sha256(rows.getBytes(StandardCharsets.UTF_8)));
    }
}
