package org.ccgledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ccgledger.ledger.LedgerSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class ReportingTest {

    private static final RunningQuerySide QUERIES = new RunningQuerySide();

    @BeforeAll
    static void catchUp() {
        SampleHistory.appendTo(QUERIES.history());
        LedgerSchema.login(QUERIES.database().owner(), "test_reporter", "test", "reporting");
        QUERIES.catchUp();
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    @Test
    void a_reporter_chooses_the_day_and_the_knowledge() {
        assertThat(total("2013-04-01", "9999")).isEqualTo(3);
        assertThat(total("2013-01-01", "9999")).isEqualTo(1);
        assertThat(total("2013-04-01", "1")).isZero();
    }

    private static long total(String day, String position) {
        SingleConnectionDataSource session =
                new SingleConnectionDataSource(
                        QUERIES.database().url(), "test_reporter", "test", true);
        try {
            JdbcClient reporter = JdbcClient.create(session);
            reporter.sql(
                            "select set_config('reporting.as_of', ?, false), set_config('reporting.known_at', ?, false)")
                    .params(day, position)
                    .query()
                    .singleRow();
            return reporter.sql("select total from reporting.authorisation_summary")
                    .query(Long.class)
                    .single();
        } finally {
            session.destroy();
        }
    }

    @Test
    void a_reporter_sees_the_views_and_nothing_else() {
        JdbcClient reporter = JdbcClient.create(QUERIES.database().as("test_reporter"));

        assertThat(reporter.sql("select count(*) from reporting.ccgs").query(Long.class).single())
                .isPositive();
        for (String table :
                List.of("projection.condition", "projection.progress", "ledger.event")) {
            assertThatThrownBy(() -> reporter.sql("select * from " + table).query().listOfRows())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void the_query_side_writes_projections_and_nothing_of_the_ledger() {
        JdbcClient query = JdbcClient.create(QUERIES.database().as("ccg_query"));

        assertThatThrownBy(() -> query.sql("delete from ledger.event").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> query.sql("drop table projection.condition").update())
                .rootCause()
                .hasMessageContaining("must be owner");
    }

    @Test
    void every_view_says_what_it_shows() {
        assertThat(
                        QUERIES.sql()
                                .sql(
                                        "select viewname from pg_views where schemaname = 'reporting'"
                                                + " and obj_description(('reporting.' || viewname)::regclass) is null")
                                .query((row, _) -> row.getString(1))
                                .list())
                .isEmpty();
    }
}
