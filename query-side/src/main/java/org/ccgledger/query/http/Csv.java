package org.ccgledger.query.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// Rows as RFC 4180 has them, with a header.
///
/// A text that a spreadsheet would take for a formula is led by an apostrophe. Lists are joined by
/// semicolons.
final class Csv {

    private static final String FORMULA = "=+-@\t\r\n";

    private Csv() {}

    static byte[] of(List<String> columns, List<Row> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(columns);
            for (Row row : rows) {
                csv.printRecord(row.columns().values().stream().map(Csv::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Collection<?> list ->
                    harmless(list.stream().map(String::valueOf).collect(Collectors.joining("; ")));
            case Object other -> harmless(other.toString());
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
