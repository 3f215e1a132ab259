package org.ccgledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.ccgledger.verifier.AuditReport.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a bundle that was written by hand, not by what writes bundles.
class BundleAuditTest {

    @TempDir private Path folder;

    @Test
    void a_bundle_of_the_documented_bytes_is_in_order() throws IOException {
        HandMadeBundle bundle = bundle(true);

        assertThat(audit(bundle, bundle.writeTo(folder)).faults()).isEmpty();
        assertThat(audit(bundle, folder).personalParts()).isEqualTo(1);
    }

    /// Also when whoever altered it lists it anew.
    @ParameterizedTest
    @ValueSource(strings = {"events/000000", "tile/0/000.p/3", "checkpoint"})
    void no_byte_of_a_file_can_be_altered(String name) throws IOException {
        HandMadeBundle bundle = bundle(false);
        Path file = bundle.writeTo(folder).resolve(name);
        byte[] right = Files.readAllBytes(file);
        for (int at = 0; at < right.length; at++) {
            byte[] altered = right.clone();
            altered[at] ^= (byte) (1 << at % 8);
            Files.write(file, altered);
            HandMadeBundle.list(folder);

            assertThat(audit(bundle, folder).faults()).as("%s, byte %d", name, at).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"events/000000", "tile/0/000.p/3", "checkpoint"})
    void no_file_can_be_cut_short(String name) throws IOException {
        HandMadeBundle bundle = bundle(true);
        Path file = bundle.writeTo(folder).resolve(name);
        byte[] right = Files.readAllBytes(file);
        for (int length = 0; length < right.length; length++) {
            Files.write(file, Arrays.copyOf(right, length));
            HandMadeBundle.list(folder);

            assertThat(audit(bundle, folder).faults()).as("%s, %d", name, length).isNotEmpty();
        }
    }

    /// However few streams are looked at in a pass.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void versions_of_every_stream_are_without_gaps(int streams) throws IOException {
        HandMadeBundle bundle =
                new HandMadeBundle()
                        .event("a", 1, false)
                        .event("b", 1, false)
                        .event("a", 3, false)
                        .event("c", 2, false)
                        .event("b", 2, false)
                        .event("d", 1, false)
                        .event("d", 1, false);

        assertThat(audit(bundle, bundle.writeTo(folder), streams).faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "position 3: version 3 of stream a stands where version 2 belongs",
                        "position 4: version 2 of stream c stands where version 1 belongs",
                        "position 7: version 1 of stream d stands where version 2 belongs");
    }

    /// However few are looked at in a pass.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void no_two_commands_have_one_id(int streams) throws IOException {
        UUID twice = new UUID(1, 2);
        HandMadeBundle bundle =
                new HandMadeBundle()
                        .event("a", 1, false, twice)
                        .event("a", 2, false)
                        .event("b", 1, false)
                        .event("b", 2, false, twice);

        assertThat(audit(bundle, bundle.writeTo(folder), streams).faults())
                .extracting(Fault::toString)
                .containsExactly("position 4: a command has the id of an earlier one");
    }

    @Test
    void a_checkpoint_may_be_cosigned_anew_after_its_events_were_written() throws IOException {
        HandMadeBundle bundle = bundle(true);
        HandMadeBundle.cosign(bundle.writeTo(folder), "witness.example/w1");

        assertThat(audit(bundle, folder).faults()).isEmpty();
    }

    @Test
    void a_bundle_is_found_through_a_link() throws IOException {
        HandMadeBundle bundle = bundle(true);
        bundle.writeTo(folder.resolve("bundle"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("bundle"));

        assertThat(audit(bundle, link).faults()).isEmpty();
    }

    @Test
    void what_the_data_say_is_shown_without_control_characters_and_not_at_length()
            throws IOException {
        HandMadeBundle bundle =
                new HandMadeBundle()
                        .event("a\u001b[2J\u009b\u202e\n", 2, false)
                        .event("b".repeat(9_000), 2, false);
        bundle.writeTo(folder);
        Files.writeString(folder.resolve("x\u001b[31m"), "");

        assertThat(audit(bundle, folder).faults())
                .extracting(Fault::toString)
                .contains(
                        "position 1: version 2 of stream a\\u001b[2J\\u009b\\u202e\\u000a stands where version 1 belongs",
                        "x\\u001b[31m is no file of this bundle")
                .allSatisfy(fault -> assertThat(fault).hasSizeLessThan(600));
    }

    @Test
    void a_file_of_events_far_behind_the_checkpoint_is_not_looked_for() throws IOException {
        HandMadeBundle bundle = bundle(false);
        Path events = bundle.writeTo(folder).resolve("events");
        Files.copy(events.resolve("000000"), events.resolve("000001"));
        HandMadeBundle.list(folder);

        assertThat(audit(bundle, folder).faults())
                .extracting(Fault::toString)
                .containsExactly("events/000001 is no file of this bundle");
    }

    @Test
    void read_models_are_held_against_the_list_and_nothing_else() throws IOException {
        HandMadeBundle bundle = bundle(false);
        Path models = Files.createDirectories(bundle.writeTo(folder).resolve("read-models"));
        Files.writeString(models.resolve("ccg_standing.csv"), "ccg,standing\n");
        Files.writeString(models.resolve("ccg_standing.sh"), "");
        HandMadeBundle.list(folder);

        assertThat(audit(bundle, folder).faults())
                .extracting(Fault::toString)
                .containsExactly("read-models/ccg_standing.sh is no file of this bundle");
        assertThat(audit(bundle, folder).notChecked())
                .anyMatch(what -> what.startsWith("Whether the rows in read-models follow"));

        Files.delete(models.resolve("ccg_standing.sh"));
        HandMadeBundle.list(folder);
        assertThat(audit(bundle, folder).faults()).isEmpty();
        Files.writeString(models.resolve("ccg_standing.csv"), "ccg,standinG\n");
        assertThat(audit(bundle, folder).faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "read-models/ccg_standing.csv is not the file that SHA256SUMS lists");
    }

    @Test
    void links_are_not_followed() throws IOException {
        HandMadeBundle bundle = bundle(false);
        Path file = bundle.writeTo(folder.resolve("bundle")).resolve("events/000000");
        Files.move(file, folder.resolve("elsewhere"));
        Files.createSymbolicLink(file, folder.resolve("elsewhere"));

        assertThat(audit(bundle, folder.resolve("bundle")).faults())
                .extracting(Fault::what)
                .contains("events/000000 is no file of this bundle", "events/000000 is missing");
    }

    private static HandMadeBundle bundle(boolean personal) {
        return new HandMadeBundle()
                .event("application:02N", 1, personal)
                .event("ccg:02N", 1, false)
                .event("application:02N", 2, false);
    }

    private static AuditReport audit(HandMadeBundle bundle, Path folder) throws IOException {
        return audit(bundle, folder, StreamsAndCommands.EVENTS);
    }

    private static AuditReport audit(HandMadeBundle bundle, Path folder, int streams)
            throws IOException {
        return LedgerAudit.run(
                folder, new LedgerAudit.Given(bundle.policy(), null, null), (_, _) -> {}, streams);
    }
}
