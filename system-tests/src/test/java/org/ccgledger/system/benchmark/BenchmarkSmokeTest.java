package org.ccgledger.system.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// That the measurements can still be taken, but for the search. What they give says nothing.
class BenchmarkSmokeTest {

    @Test
    void every_measurement_comes_to_an_end() throws IOException {
        Path target = Files.createDirectories(Path.of("target/benchmark-smoke"));

        assertThat(BenchmarkRun.take(Settings.read(true), target).failures()).isEmpty();
    }
}
