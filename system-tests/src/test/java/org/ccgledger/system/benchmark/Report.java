package org.ccgledger.system.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What was measured, as JSON with every round and as a table for people.
final class Report {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Settings settings;
    private final List<Row> rows = new ArrayList<>();
    private final List<Double> flushes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Report(Settings settings) {
        this.settings = settings;
    }

    void add(List<Row> measured) {
        rows.addAll(measured);
    }

    /// How often a page could be forced to the disk a second, as seen at some moment.
    void addFlushes(double perSecond) {
        flushes.add(perSecond);
    }

    /// A measurement that came to no end.
    void addFailure(String measurement, Throwable cause) {
        failures.add(measurement + " failed: " + cause);
    }

    /// The measurements that came to no end, in sentences.
    List<String> failures() {
        return List.copyOf(failures);
    }

    /// In sentences, what keeps the build from being green.
    List<String> missedGates() {
        List<String> missed = new ArrayList<>(failures);
        rows.stream()
                .filter(Row::missesGate)
                .map(row -> sentence(row, "gate", row.gate()))
                .forEach(missed::add);
        return missed;
    }

    List<String> missedGoals() {
        return rows.stream()
                .filter(Row::missesGoal)
                .map(row -> sentence(row, "goal", row.goal()))
                .toList();
    }

    private static String sentence(Row row, String kind, @Nullable Bound bound) {
        return "%s: %s %s misses the %s %s"
                .formatted(row.what(), Numbers.text(row.figure()), row.figureUnit(), kind, bound);
    }

    String markdown() {
        StringBuilder table = new StringBuilder();
        table.append("| what | | ours | beside it | | gate | goal |\n");
        table.append("|---|---|---:|---:|---:|---|---|\n");
        for (Row row : rows) {
            table.append(
                    "| %s | %s | %s | %s | %s %s | %s | %s |%n"
                            .formatted(
                                    row.what(),
                                    row.unit(),
                                    side(row.shown().getFirst(), Ours.NAME),
                                    row.shown().size() > 1
                                            ? side(row.shown().get(1), Stock.NAME)
                                            : "",
                                    Numbers.text(row.figure()),
                                    row.figureUnit(),
                                    bound(row.gate(), row.missesGate()),
                                    bound(row.goal(), row.missesGoal())));
        }
        table.append(
                "%nMedians; %d processors; %s times a second a page of 8 kB could be forced to the disk; load average %s.%n"
                        .formatted(Machine.processors(), range(flushes), range(loads())));
        return table.toString();
    }

    private List<Double> loads() {
        return rows.stream()
                .flatMap(row -> row.series().stream())
                .flatMap(series -> series.samples().stream())
                .map(Sample::load)
                .toList();
    }

    private static String range(List<Double> values) {
        return values.isEmpty()
                ? "?"
                : Numbers.text(Collections.min(values))
                        + " to "
                        + Numbers.text(Collections.max(values));
    }

    private static String side(Row.Shown shown, String usual) {
        String value = Numbers.text(shown.value());
        return shown.side().equals(usual) ? value : value + " " + shown.side();
    }

    private static String bound(@Nullable Bound bound, boolean missed) {
        if (bound == null) {
            return "";
        }
        return bound + (missed ? " missed" : " held");
    }

    void write(Path folder) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "machine",
                Map.of(
                        "processors", Machine.processors(),
                        "java", System.getProperty("java.vm.version"),
                        "flushesPerSecond", flushes));
        all.put(
                "settings",
                Map.of(
                        "rounds", settings.rounds(),
                        "heatMillis", settings.heat().toMillis(),
                        "warmUpMillis", settings.warmUp().toMillis(),
                        "roundMillis", settings.round().toMillis(),
                        "virtualThreads", settings.virtualThreads(),
                        "pool", settings.pool()));
        all.put("rows", rows.stream().map(Report::json).toList());
        all.put("missedGates", missedGates());
        all.put("missedGoals", missedGoals());
        try {
            Files.write(folder.resolve("benchmark.json"), JSON.writeValueAsBytes(all));
            Files.writeString(folder.resolve("benchmark.md"), markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> json(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", row.what());
        json.put("unit", row.unit());
        row.shown().forEach(shown -> json.put(shown.side(), shown.value()));
        json.put("figure", row.figure());
        json.put("figureUnit", row.figureUnit());
        if (row.gate() != null) {
            json.put("gate", row.gate().toString());
            json.put("gateHeld", !row.missesGate());
        }
        if (row.goal() != null) {
            json.put("goal", row.goal().toString());
            json.put("goalHeld", !row.missesGoal());
        }
        json.put("rounds", row.series().stream().map(Report::json).toList());
        return json;
    }

    private static Map<String, Object> json(Series series) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("side", series.side());
        json.put("values", series.samples().stream().map(Sample::value).toList());
        json.put("loadAverages", series.samples().stream().map(Sample::load).toList());
        if (series.hasTimes()) {
            json.put("medianMillis", series.percentileMillis(0.5));
            json.put("p99Millis", series.percentileMillis(0.99));
            json.put("processorMicrosEach", series.processorMicrosEach());
        }
        return json;
    }
}
