package org.ccgledger.query.readmodels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.ccgledger.query.timetravel.GrowingReplay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/// The rows of read models as they were at a position.
class ReadModelTest {

    /// Every row, whatever came to be known when, and no knowledge that has an end after this.
    private static final long ALL = Long.MAX_VALUE - 1;

    private static final RunningQuerySide QUERIES = new RunningQuerySide();

    @BeforeAll
    static void catchUp() {
        SampleHistory.appendTo(QUERIES.history());
        QUERIES.catchUp();
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    @Test
    void they_are_those_of_a_replay_that_ends_there() throws Exception {
        long head = QUERIES.ledger().head();
        try (GrowingReplay replay = new GrowingReplay(QUERIES.database().owner())) {
            for (long end : List.of(head / 4, head / 2, head - 40, head)) {
                replay.growTo(end);

                assertThat(rows(QUERIES, end))
                        .as("up to %d", end)
                        .isEqualTo(rows(replay.queries(), ALL));
            }
        }
    }

    private static Map<String, String> rows(RunningQuerySide queries, long end) throws Exception {
        Map<String, String> rows = new TreeMap<>();
        try (Connection connection = queries.database().owner().getConnection()) {
            for (ReadModel model : ReadModel.all(queries.sql())) {
                StringWriter csv = new StringWriter();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "copy (%s) to stdout with (format csv, header)"
                                        .formatted(model.rowsAt(end)),
                                csv);
                rows.put(model.name(), csv.toString());
            }
        }
        return rows;
    }

    @Test
    void each_says_what_it_holds_and_tells_its_rows_apart() {
        assertThat(ReadModel.all(QUERIES.sql()))
                .hasSizeGreaterThan(150)
                .allSatisfy(model -> {
                    assertThat(model.description()).as(model.name()).isNotBlank();
                    assertThat(model.key()).as(model.name()).isNotEmpty();
                    assertThat(model.columns())
                            .filteredOn(column -> column.name().startsWith("known_"))
                            .allMatch(column -> column.description() != null);
                });
    }

    /// What has no position is not made of events, or rows of later ones would be among them.
    @Test
    void what_has_no_position_is_not_written_by_projections() {
        assertThat(ReadModel.all(QUERIES.sql()))
                .filteredOn(model ->
                        model.columns().stream()
                                .noneMatch(column ->
                                        List.of("known_from", "position").contains(column.name())))
                .extracting(ReadModel::name)
                .isNotEmpty()
                .noneMatch(name ->
                        QUERIES.sql()
                                .sql("select has_table_privilege('ccg_query', ?, 'insert')")
                                .param("projection." + name)
                                .query(Boolean.class)
                                .single());
    }
}
