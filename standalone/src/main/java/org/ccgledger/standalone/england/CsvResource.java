package org.ccgledger.standalone.england;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A comma-separated table beside this class. Lines that begin with `#` are credits; the first
/// other line is the header.
final class CsvResource {

    private CsvResource() {}

    static List<List<String>> rows(String resource, String header) {
        var stream = CsvResource.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("No resource " + resource);
        }
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var lines = reader.lines().filter(line -> !line.startsWith("#")).toList();
            if (lines.isEmpty() || !lines.getFirst().equals(header)) {
                throw new IllegalStateException(resource + " does not begin with " + header);
            }
            int width = fields(header).size();
            return lines.stream().skip(1).map(line -> exactly(width, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> exactly(int width, String line) {
        var fields = fields(line);
        if (fields.size() != width) {
            throw new IllegalStateException("Expected " + width + " fields: " + line);
        }
        return fields;
    }

    /// Fields may stand in double quotes so that they can hold commas; quotes inside fields do not
    /// occur.
    static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return List.copyOf(fields);
    }
}
