package org.ccgledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/// Holds what accompanies the events of a command to what the ledger may hold of it.
///
/// It has no version there. So a field may join that may be absent, with a file of its own for what
/// is written from then on, and nothing that an approved file says ever leaves or changes.
class MetadataContractTest {

    private static final Path APPROVED = Path.of("src/test/resources/contracts/metadata");

    /// Guilty: has lost all but a few fields, and has gained one.
    record Shortened(
            String command, boolean decision, String correlationId, @Nullable UUID requestId) {}

    private static List<String> faults(Class<?> metadata) throws IOException {
        List<String> faults = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> approved = Files.list(APPROVED)) {
            files = approved.sorted().toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            try {
                byte[] again = EventJson.fact(EventJson.MAPPER.readValue(bytes, metadata));
                if (!Arrays.equals(again, bytes)) {
                    faults.add(file.getFileName() + " is not read as it was written");
                }
            } catch (JacksonException e) {
                faults.add(file.getFileName() + " can no longer be read");
            }
        }
        byte[] today = EventJson.fact(Examples.full(metadata));
        if (!Arrays.equals(today, Files.readAllBytes(files.getLast()))) {
            faults.add(
                    "What is written today is no approved file: if a field joined, add %d.json: %s"
                            .formatted(
                                    files.size() + 1, new String(today, StandardCharsets.UTF_8)));
        }
        return faults;
    }

    @Test
    void metadata_is_written_and_read_as_it_was_approved() throws IOException {
        assertThat(faults(EventMetadata.class)).isEmpty();
    }

    @Test
    void metadata_without_what_may_be_absent_is_read_as_it_was_written() {
        EventMetadata metadata = Examples.required(EventMetadata.class);

        assertThat(EventJson.MAPPER.readValue(EventJson.fact(metadata), EventMetadata.class))
                .isEqualTo(metadata);
    }

    @Test
    void a_field_that_left_and_one_that_joined_are_found() throws IOException {
        assertThat(faults(Shortened.class))
                .satisfiesExactly(
                        fault ->
                                assertThat(fault).isEqualTo("1.json is not read as it was written"),
                        fault -> assertThat(fault).contains("add 2.json: {", "\"requestId\""));
    }
}
