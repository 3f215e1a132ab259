package org.ccgledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTest {

    @TempDir private Path folder;

    @Test
    void what_is_recorded_is_a_line_each_and_goes_on_after_a_restart() throws Exception {
        Path file = folder.resolve("log/access");
        for (String who : new String[] {"one", "two\nwhat\":\"forged"}) {
            try (AccessLog log = AccessLog.in(file, 1000)) {
                log.record(Map.of("actor", who));
            }
        }

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"actor\":\"one\"}", "{\"actor\":\"two\\nwhat\\\":\\\"forged\"}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void however_much_is_recorded_it_keeps_ten_files_of_a_bounded_size() throws Exception {
        Path file = folder.resolve("access");
        try (AccessLog log = AccessLog.in(file, 100)) {
            for (int i = 0; i < 200; i++) {
                log.record(Map.of("number", "%020d".formatted(i)));
            }
        }

        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .hasSize(10)
                    .allSatisfy(each -> assertThat(Files.size(each)).isLessThanOrEqualTo(100));
        }
        assertThat(Files.readString(file)).contains("%020d".formatted(199));
    }
}
