package org.ccgledger.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DataFolderTest {

    @TempDir Path temporary;

    @Test
    void a_folder_is_made_for_its_owner_alone() throws IOException {
        Path path = temporary.resolve("above/data");
        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(mode(path)).isEqualTo("rwx------");
            assertThat(mode(folder.keys())).isEqualTo("rwx------");
            assertThat(path.resolve("format")).hasContent("3");
        }
    }

    @Test
    void an_empty_folder_is_taken_and_closed_to_others() throws IOException {
        Path path = temporary.resolve("data");
        Files.createDirectory(
                path,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        DataFolder.open(path).close();
        assertThat(mode(path)).isEqualTo("rwx------");
    }

    @Test
    void a_folder_can_be_opened_again_after_it_was_closed() {
        Path path = temporary.resolve("data");
        DataFolder.open(path).close();
        DataFolder.open(path).close();
    }

    @Test
    void a_folder_that_was_cut_off_while_being_made_is_finished() throws IOException {
        Files.createFile(temporary.resolve("lock"));
        Files.createFile(temporary.resolve("format"));
        DataFolder.open(temporary).close();
        assertThat(temporary.resolve("format")).hasContent("3");
    }

    @Test
    void a_folder_of_another_format_is_refused() throws IOException {
        Files.writeString(temporary.resolve("format"), "1\n");
        refused(temporary)
                .hasMessageContaining("has format 1, and this version reads format 3: start the");
    }

    @Test
    void a_folder_that_is_not_ours_is_refused_and_left_as_it_was() throws IOException {
        Files.writeString(temporary.resolve("thesis.txt"), "mine");
        refused(temporary).hasMessageContaining("is no data folder of CCG Ledger: empty it, or");
        assertThat(temporary.toFile().list()).containsExactly("thesis.txt");
    }

    @Test
    void a_file_in_its_place_is_refused() throws IOException {
        Path file = Files.createFile(temporary.resolve("data"));
        refused(file).hasMessageContaining(file + " is not a folder: move it away, or");
    }

    @Test
    void a_file_above_it_is_refused() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        refused(file.resolve("data")).hasMessageContaining("--ccg.data-directory");
    }

    @Test
    void a_place_where_the_system_makes_no_folder_is_refused() {
        refused(Path.of("/proc/ccg-ledger")).hasMessageContaining("cannot be used (");
    }

    @Test
    void a_folder_in_use_by_a_living_process_is_refused_naming_it() throws IOException {
        Path path = temporary.resolve("data");
        try (OtherProcess owner = OtherProcess.running(OtherOwner.class, path.toString())) {
            owner.awaitReady();
            refused(path)
                    .hasMessageContaining(
                            "is in use by process "
                                    + owner.pid()
                                    + ": stop that process first, or");
        }
    }

    @Test
    void a_folder_whose_owner_was_killed_is_free() throws Exception {
        Path path = temporary.resolve("data");
        try (OtherProcess owner = OtherProcess.running(OtherOwner.class, path.toString())) {
            owner.awaitReady();
            owner.kill();
        }
        DataFolder.open(path).close();
    }

    @Test
    void a_refusal_within_one_process_does_not_end_the_first_hold() throws Exception {
        Path path = temporary.resolve("data");
        try (DataFolder _ = DataFolder.open(path)) {
            refused(path).hasMessageContaining("process " + ProcessHandle.current().pid());
            try (OtherProcess other = OtherProcess.running(OtherOwner.class, path.toString())) {
                assertThat(other.allOutput()).contains("is in use by process");
            }
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Path path) {
        return assertThatThrownBy(() -> DataFolder.open(path).close())
                .isInstanceOf(UnusableDataFolder.class)
                .hasMessageMatching("[^\n]+ --ccg\\.data-directory\\.");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
