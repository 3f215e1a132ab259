package org.ccgledger.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccgledger.query.http.Difference.Changed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final List<String> COLUMNS = List.of("ccg", "condition", "level", "milestones");
    private static final List<String> KEY = List.of("ccg", "condition");

    private static final Row FIRST = row("02N", "C1", "I", List.of("Plan"));
    private static final Row SECOND = row("02N", "C2", "III", List.of());

    private static Row row(
            String ccg, String condition, @Nullable String level, List<String> milestones) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("ccg", ccg);
        columns.put("condition", condition);
        columns.put("level", level);
        columns.put("milestones", milestones);
        return new Row(columns);
    }

    private static Difference between(List<Row> before, List<Row> after) {
        return Difference.between(COLUMNS, KEY, before, after);
    }

    @Test
    void rows_that_are_the_same_are_counted_alone() {
        assertThat(between(List.of(FIRST, SECOND), List.of(SECOND, FIRST)))
                .isEqualTo(new Difference(COLUMNS, List.of(), List.of(), List.of(), 2));
    }

    @Test
    void a_row_of_a_key_that_only_one_point_has_was_added_or_removed() {
        Difference difference = between(List.of(FIRST), List.of(SECOND));

        assertThat(difference.added()).containsExactly(SECOND);
        assertThat(difference.removed()).containsExactly(FIRST);
        assertThat(difference.changed()).isEmpty();
        assertThat(difference.unchanged()).isZero();
    }

    @Test
    void a_row_is_the_same_row_only_by_its_whole_key() {
        Row elsewhere = row("07G", "C1", "I", List.of("Plan"));

        assertThat(between(List.of(FIRST), List.of(FIRST, elsewhere)).added())
                .containsExactly(elsewhere);
    }

    @Test
    void of_a_row_that_changed_the_columns_that_did_are_told_and_no_others() {
        Row after = row("02N", "C1", null, List.of("Plan", "Audit"));
        Difference difference = between(List.of(FIRST), List.of(after));

        assertThat(difference.changed())
                .containsExactly(
                        new Changed(Map.of("ccg", "02N", "condition", "C1"), FIRST, after));
        assertThat(difference.answer(Map.of()).fields().get("changed"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "key",
                                        Map.of("ccg", "02N", "condition", "C1"),
                                        "columns",
                                        Map.of(
                                                "level",
                                                nullable("before", "I", "after", null),
                                                "milestones",
                                                Map.of(
                                                        "before",
                                                        List.of("Plan"),
                                                        "after",
                                                        List.of("Plan", "Audit"))))));
    }

    private static Map<String, @Nullable Object> nullable(
            String name, Object value, String other, @Nullable Object otherValue) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(name, value);
        map.put(other, otherValue);
        return map;
    }

    @Test
    void in_a_table_a_row_that_changed_stands_as_it_was_and_as_it_is() {
        Row after = row("02N", "C1", "II", List.of("Plan"));
        Answer answer = between(List.of(FIRST, SECOND), List.of(after)).answer(Map.of());

        assertThat(answer.columns())
                .containsExactly("difference", "ccg", "condition", "level", "milestones");
        assertThat(answer.rows())
                .extracting(line -> line.get("difference") + " " + line.get("level"))
                .containsExactly("REMOVED III", "CHANGED_FROM I", "CHANGED_TO II");
    }

    @Test
    void a_key_that_does_not_tell_rows_apart_is_no_key() {
        assertThatThrownBy(() -> between(List.of(), List.of(FIRST, FIRST)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("C1");
    }
}
