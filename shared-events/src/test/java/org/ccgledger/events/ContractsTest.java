package org.ccgledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsTest {

    private static final Path APPROVED = Path.of("src/test/resources/contracts");
    private static final String TRANSFER = "ccg.membership.PracticeTransferred.v1.json";

    @Test
    void every_event_is_written_and_read_as_it_was_approved() throws IOException {
        assertThat(Contracts.faults(APPROVED, EventTypes.READER)).isEmpty();
    }

    @Test
    void events_are_found() {
        assertThat(EventTypes.all()).hasSizeGreaterThan(50);
    }

    @Test
    void an_event_without_what_may_be_absent_is_read_as_it_was_written() {
        assertThat(EventTypes.all())
                .allSatisfy(type -> {
                    CcgEvent event = Examples.required(type.carrier());
                    assertThat(EventJson.read(type.name(), type.version(), EventJson.fact(event)))
                            .isEqualTo(Examples.requiredReadBack(type.carrier()));
                });
    }

    @Test
    void an_event_without_an_approved_file_says_what_to_copy(@TempDir Path folder)
            throws IOException {
        copyTo(folder);
        Files.delete(folder.resolve(TRANSFER));

        assertThat(faults(folder))
                .singleElement()
                .asString()
                .startsWith(TRANSFER + " is missing.")
                .contains("read target/contracts/" + TRANSFER);
        assertThat(Path.of("target/contracts", TRANSFER))
                .hasSameBinaryContentAs(APPROVED.resolve(TRANSFER));
    }

    @Test
    void an_additional_field_asks_for_the_next_version(@TempDir Path folder) throws IOException {
        edit(folder, TRANSFER, ",\"effectiveOn\"", ",\"cause\":\"MERGED\",\"effectiveOn\"");

        assertThat(faults(folder))
                .singleElement()
                .asString()
                .startsWith(TRANSFER + " is not what is written today.")
                .contains("add the change as the next version");
    }

    @Test
    void a_changed_byte_asks_for_the_next_version(@TempDir Path folder) throws IOException {
        edit(folder, TRANSFER, "{", "{ ");

        assertThat(faults(folder))
                .singleElement()
                .asString()
                .startsWith(TRANSFER + " is not what is written today.");
    }

    @Test
    void a_file_that_no_longer_reads_is_named(@TempDir Path folder) throws IOException {
        edit(folder, TRANSFER, "\"2013-", "\"spring 2013-");

        assertThat(faults(folder))
                .anyMatch(fault -> fault.startsWith(TRANSFER + " can no longer be read"));
    }

    @Test
    void a_file_that_reads_as_something_else_is_named(@TempDir Path folder) throws IOException {
        edit(folder, TRANSFER, "\"fromCcg\"", "\"formerCcg\"");

        assertThat(faults(folder))
                .anyMatch(fault -> fault.startsWith(TRANSFER + " is read as something else"));
    }

    @Test
    void a_personal_part_stays_under_its_pointer(@TempDir Path folder) throws IOException {
        String file = "ccg.registry.AccountableOfficerAppointed.v1.personal.json";
        edit(folder, file, "\"/name\"", "\"/called\"");

        assertThat(faults(folder))
                .singleElement()
                .asString()
                .startsWith(file + " is not what is written today.");
    }

    @Test
    void a_file_of_no_event_asks_for_the_event(@TempDir Path folder) throws IOException {
        copyTo(folder);
        Files.copy(
                folder.resolve(TRANSFER), folder.resolve("ccg.membership.PracticeSplit.v1.json"));

        assertThat(faults(folder))
                .singleElement()
                .asString()
                .startsWith("ccg.membership.PracticeSplit.v1.json is of no event.");
    }

    @Test
    void a_version_that_is_no_longer_written_keeps_its_file_and_is_read(@TempDir Path folder)
            throws IOException {
        Files.write(folder.resolve(Hearing.NAME + ".v1.json"), Hearing.written(1));
        Files.writeString(folder.resolve(Hearing.NAME + ".v2.json"), "{\"venue\":[]}");
        Files.write(
                folder.resolve(Hearing.NAME + ".v3.json"),
                EventJson.fact(Examples.full(Hearing.HearingHeld.class)));

        assertThat(Contracts.faults(folder, Hearing.READER))
                .singleElement()
                .asString()
                .startsWith(Hearing.NAME + ".v2.json can no longer be read");

        Files.delete(folder.resolve(Hearing.NAME + ".v2.json"));
        assertThat(Contracts.faults(folder, Hearing.READER))
                .containsExactly(
                        Hearing.NAME
                                + ".v2.json is missing. The ledger may hold such events: restore"
                                + " the file.");
    }

    private static List<String> faults(Path folder) throws IOException {
        return Contracts.faults(folder, EventTypes.READER);
    }

    private static void edit(Path folder, String file, String before, String after)
            throws IOException {
        copyTo(folder);
        Path path = folder.resolve(file);
        String text = Files.readString(path, StandardCharsets.UTF_8);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after), StandardCharsets.UTF_8);
    }

    private static void copyTo(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }
}
