package org.ccgledger.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void cells_are_quoted_where_they_must_be_and_never_formulas() {
        Map<String, @Nullable Object> columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("text", "NHS \"Airedale\", Wharfedale");
        columns.put("formula", "=HYPERLINK(\"x\")");
        columns.put("number", -3);
        columns.put("none", null);
        columns.put("list", List.of("a", "b"));

        assertThat(
                        new String(
                                Csv.of(List.copyOf(columns.keySet()), List.of(new Row(columns))),
                                StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        text,formula,number,none,list\r
                        "NHS ""Airedale"", Wharfedale","'=HYPERLINK(""x"")",-3,,a; b\r
                        """);
    }
}
