package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ccgledger.events.EventJson;
import tools.jackson.databind.JsonNode;

/// Files of CSV as a reader has them who knows nothing but their metadata, of which W3C's Metadata
/// Vocabulary for Tabular Data says what they mean.
final class CsvwTables {

    private CsvwTables() {}

    /// How many rows each table has, whose cells are all held against its datatypes and keys.
    static Map<String, Long> rows(Path folder) throws IOException {
        JsonNode group =
                EventJson.MAPPER.readTree(Files.readString(folder.resolve("csv-metadata.json")));
        assertThat(group.get("@context").get(0).asString()).isEqualTo("http://www.w3.org/ns/csvw");
        Map<String, Long> rows = new TreeMap<>();
        for (JsonNode table : group.get("tables")) {
            String url = table.get("url").asString();
            rows.put(
                    url.replace(".csv", ""),
                    rows(folder.resolve(url), url, table.get("tableSchema")));
        }
        return rows;
    }

    private static long rows(Path file, String name, JsonNode schema) throws IOException {
        List<JsonNode> columns = new ArrayList<>();
        schema.get("columns").forEach(columns::add);
        List<String> key = new ArrayList<>();
        schema.get("primaryKey").forEach(column -> key.add(column.asString()));
        Set<List<String>> keys = new HashSet<>();
        long rows = 0;
        try (Reader text = Files.newBufferedReader(file);
                CSVParser csv = CSVFormat.RFC4180.builder().setHeader().get().parse(text)) {
            List<String> header = csv.getHeaderNames();
            assertThat(header).as(name).hasSameSizeAs(columns);
            for (int i = 0; i < columns.size(); i++) {
                assertThat(columns.get(i).get("titles").get(0).asString()).isEqualTo(header.get(i));
            }
            for (CSVRecord row : csv) {
                for (JsonNode column : columns) {
                    String cell = row.get(column.get("name").asString());
                    if (cell.isEmpty()) {
                        assertThat(column.get("required").asBoolean()).as(name).isFalse();
                    } else {
                        parse(cell, column.get("datatype"));
                    }
                }
                assertThat(keys.add(key.stream().map(row::get).toList())).as(name).isTrue();
                rows++;
            }
        }
        return rows;
    }

    private static Object parse(String cell, JsonNode datatype) {
        if (datatype.isObject()) {
            assertThat(cell).matches(datatype.get("format").asString());
            return cell;
        }
        return switch (datatype.asString()) {
            case "string" -> cell;
            case "int" -> Integer.valueOf(cell);
            case "long" -> Long.valueOf(cell);
            case "decimal" -> new BigDecimal(cell);
            case "boolean" -> {
                assertThat(cell).isIn("true", "false");
                yield cell;
            }
            case "date" -> LocalDate.parse(cell);
            case "dateTimeStamp" -> OffsetDateTime.parse(cell);
            case "json" -> EventJson.MAPPER.readTree(cell);
            default -> throw new AssertionError("No such datatype: " + datatype);
        };
    }
}
