package org.ccgledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccgledger.ledger.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddedRowsTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final QueryDatabase ROWS = new QueryDatabase(DATABASE.owner());

    @BeforeAll
    static void create() {
        ROWS.sql()
                .sql(
                        "create table public.said (number int, text text, list text[], day date, instant timestamptz,"
                                + " amount numeric, json jsonb)")
                .update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        ROWS.sql().sql("delete from public.said").update();
    }

    @Test
    void texts_come_back_as_they_were() {
        List<String> texts =
                List.of(
                        "",
                        "\\N",
                        "\\.",
                        "NULL",
                        "a\tb",
                        "a\nb\r\nc",
                        "back\\slash\\",
                        "{“quoted”, 'and' \"so\"}",
                        "£ \uD83C\uDFE5");

        for (int i = 0; i < texts.size(); i++) {
            add("number", i, "text", texts.get(i));
        }

        assertThat(
                        ROWS.sql()
                                .sql("select text from public.said order by number")
                                .query(String.class)
                                .list())
                .isEqualTo(texts);
    }

    @Test
    void lists_come_back_as_they_were() {
        String[] list = {"", "NULL", "null", "a,b", "{c}", "\"d\"", "\\", "e\tf\ng", " h "};

        add("number", 1, "list", list);
        add("number", 2, "list", new String[0]);
        add("number", 3, "list", null);

        assertThat(
                        ROWS.sql()
                                .sql("select list from public.said where number = 1")
                                .query((row, _) -> (String[]) row.getArray(1).getArray())
                                .single())
                .isEqualTo(list);
        assertThat(count("list = '{}' and number = 2")).isOne();
        assertThat(count("list is null and number = 3")).isOne();
    }

    @Test
    void other_values_come_as_what_they_are() {
        add(
                "day",
                LocalDate.parse("2013-04-01"),
                "instant",
                OffsetDateTime.parse("2013-04-01T12:00Z"),
                "amount",
                new BigDecimal("1E+3"),
                "json",
                "{\"said\": \"\\\"yes\\\"\\n\"}");

        assertThat(
                        count(
                                "day = '2013-04-01' and instant = '2013-04-01 12:00:00+00' and amount = 1000"
                                        + " and json ->> 'said' = E'\"yes\"\\n' and text is null"))
                .isOne();
    }

    @Test
    void rows_of_a_batch_are_there_before_the_next_read() {
        ROWS.batchBegins();
        try {
            add("number", 1);
            add("number", 2);
            assertThat(count("number in (1, 2)")).isEqualTo(2);
        } finally {
            ROWS.batchEnded();
        }
    }

    private static void add(@Nullable Object... row) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i += 2) {
            columns.put(String.valueOf(row[i]), row[i + 1]);
        }
        ROWS.add("public.said", columns);
    }

    private static long count(String condition) {
        return ROWS.sql()
                .sql("select count(*) from public.said where " + condition)
                .query(Long.class)
                .single();
    }
}
