package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.ledger.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What operators watch is measured, said in docs/running.md, and what it says of a ledger at rest
/// is right.
class MetersTest {

    private static final RunningLedger LEDGER = RunningLedger.start();
    private static final Path PAGE = Path.of("../docs/running.md");
    private static final String HEADING = "## What is measured";

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void the_page_has_every_meter_of_ours() throws Exception {
        List<String> rows =
                meters()
                        .collect(Collectors.groupingBy(meter -> meter.getId().getName()))
                        .values()
                        .stream()
                        .map(MetersTest::row)
                        .sorted()
                        .toList();

        assertThat(
                        Files.readAllLines(PAGE).stream()
                                .dropWhile(line -> !line.equals(HEADING))
                                .skip(1)
                                .takeWhile(line -> !line.startsWith("## "))
                                .filter(line -> line.startsWith("| `"))
                                .toList())
                .as("The rows under " + HEADING + " should be\n" + String.join("\n", rows))
                .isEqualTo(rows);
    }

    private static String row(List<Meter> same) {
        Meter.Id id = same.getFirst().getId();
        String tags = id.getTags().stream().map(Tag::getKey).collect(Collectors.joining(", "));
        return "| `%s` |%s| %s | %s |"
                .formatted(
                        id.getName(),
                        tags.isEmpty() ? " " : " " + tags + " ",
                        id.getBaseUnit(),
                        id.getDescription());
    }

    @Test
    void each_has_a_unit_and_a_description() {
        assertThat(meters())
                .allSatisfy(meter -> {
                    assertThat(meter.getId().getBaseUnit()).as("%s", meter.getId()).isNotBlank();
                    assertThat(meter.getId().getDescription()).as("%s", meter.getId()).isNotBlank();
                });
    }

    @Test
    void a_ledger_at_rest_has_nothing_before_it() throws Exception {
        MeterRegistry meters = LEDGER.bean(MeterRegistry.class);

        assertThat(meters.get("ledger.writer.terms").counter().count()).isEqualTo(1);
        assertThat(meters.get("ledger.append.queue").gauge().value()).isZero();
        for (String lag : List.of("ccg.projection.lag", "ccg.automation.lag")) {
            List<Gauge> gauges = List.copyOf(meters.get(lag).gauges());
            Patience.until(
                    lag + " is nothing",
                    () -> gauges.stream().allMatch(gauge -> gauge.value() == 0));
        }
        assertThat(meters.get("ccg.projection.parked").gauges())
                .hasSizeGreaterThan(10)
                .allMatch(gauge -> gauge.value() == 0);
    }

    private static Stream<Meter> meters() {
        return LEDGER.bean(MeterRegistry.class).getMeters().stream()
                .filter(meter ->
                        Stream.of("ledger.", "ccg.").anyMatch(meter.getId().getName()::startsWith));
    }
}
