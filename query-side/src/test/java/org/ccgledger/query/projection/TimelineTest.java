package org.ccgledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ccgledger.ledger.TestDatabase;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.QuerySchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TimelineTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final QueryDatabase ROWS = new QueryDatabase(DATABASE.owner());
    private static final JdbcClient SQL = ROWS.sql();
    private static final Timeline LEVEL =
            new Timeline("level", List.of("subject"), List.of("level"));

    @BeforeAll
    static void create() {
        QuerySchema.migrate(DATABASE.owner());
        SQL.sql("create table projection.level (subject text not null, level text)").update();
        SQL.sql("call projection.make_timeline('level', 'subject')").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void clear() {
        LEVEL.clear(ROWS);
    }

    @Test
    void a_change_holds_until_the_next() {
        from("2013-01-01", 1, "I");
        from("2013-03-01", 2, "II");

        assertThat(known(2)).containsExactly("2013-01-01..2013-03-01 I", "2013-03-01..infinity II");
        assertThat(known(1)).containsExactly("2013-01-01..infinity I");
    }

    @Test
    void changes_that_arrive_out_of_order_give_the_same_timeline() {
        from("2013-03-01", 1, "III");
        from("2013-01-01", 2, "I");
        from("2013-02-01", 3, "II");

        assertThat(known(3))
                .containsExactly(
                        "2013-01-01..2013-02-01 I",
                        "2013-02-01..2013-03-01 II",
                        "2013-03-01..infinity III");
        assertThat(known(2))
                .containsExactly("2013-01-01..2013-03-01 I", "2013-03-01..infinity III");
    }

    @Test
    void of_two_changes_on_one_day_the_later_known_holds() {
        from("2013-01-01", 1, "I");
        from("2013-01-01", 2, "II");
        from("2013-01-01", 2, "III");

        assertThat(known(1)).containsExactly("2013-01-01..infinity I");
        assertThat(known(2)).containsExactly("2013-01-01..infinity III");
    }

    @Test
    void a_start_that_arrives_after_its_end_does_not_outlive_it() {
        LEVEL.endsOn(LocalDate.parse("2013-06-01"), at(1), ROWS, "a");
        from("2013-01-01", 2, "I");

        assertThat(known(2)).containsExactly("2013-01-01..2013-06-01 I");
    }

    @Test
    void a_row_that_was_cut_short_names_the_event_that_set_it() {
        from("2013-01-01", 1, "I");
        from("2013-03-01", 2, "II");

        assertThat(
                        SQL.sql("select set_by from projection.level where known_to = ? order by 1")
                                .param(Timeline.OPEN)
                                .query(Long.class)
                                .list())
                .containsExactly(1L, 2L);
    }

    private static void from(String day, long position, String level) {
        LEVEL.from(LocalDate.parse(day), at(position), ROWS, "a", level);
    }

    private static Recorded at(long position) {
        UUID none = new UUID(0, 0);
        return new Recorded(position, Instant.EPOCH, "test:1", 1, none, none, 1, "{}", "00000000");
    }

    private static List<String> known(long position) {
        return SQL.sql(
                        "select eff_from || '..' || eff_to || ' ' || level from projection.level"
                                + " where holds and known_from <= :p and known_to > :p order by eff_from")
                .param("p", position)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
