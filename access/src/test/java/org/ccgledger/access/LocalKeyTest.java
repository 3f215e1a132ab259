package org.ccgledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeyTest {

    @TempDir private Path folder;

    @Test
    void a_key_is_made_once_for_its_owner_alone() throws Exception {
        Path file = folder.resolve("keys/tokens");

        String made = LocalKey.at(file).secret().getKeyID();

        assertThat(LocalKey.at(file).secret().getKeyID()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_key_that_others_can_read_is_not_used() throws Exception {
        Path file = folder.resolve("tokens");
        LocalKey.at(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> LocalKey.at(file)).hasMessageContaining("Others than its owner");
    }

    @Test
    void a_damaged_key_is_said_to_be_without_being_shown() throws Exception {
        Path file = folder.resolve("tokens");
        LocalKey.at(file);
        Files.writeString(file, Files.readString(file).substring(10));

        assertThatThrownBy(() -> LocalKey.at(file))
                .hasMessage("The key of tokens is damaged: " + file)
                .hasNoCause();
    }
}
