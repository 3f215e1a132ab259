package org.ccgledger.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/// The keys under which personal parts are encrypted, one a person, in a database of their own.
///
/// AES-256-GCM with a random nonce of 12 bytes; the event's id and the field are bound in, so that
/// a value cannot be moved to another place. Without the key a value cannot be read again.
public final class SubjectVault {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final DataSource database;
    private final SecureRandom random = new SecureRandom();

    public SubjectVault(DataSource database) {
        this.database = database;
    }

    /// Nonce and ciphertext of a text, under the subject's key, which is made if there is none.
    byte[] encrypt(UUID eventId, PersonalPart part) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] encrypted =
                crypt(
                        Cipher.ENCRYPT_MODE,
                        keyOf(part.subject()),
                        nonce,
                        eventId,
                        part.field(),
                        part.text().getBytes(StandardCharsets.UTF_8));
        byte[] content = Arrays.copyOf(nonce, NONCE + encrypted.length);
        System.arraycopy(encrypted, 0, content, NONCE, encrypted.length);
        return content;
    }

    /// The text, or nothing if the subject's key is no more.
    Optional<String> decrypt(UUID eventId, String field, UUID subject, byte[] content) {
        return existingKey(subject)
                .map(key ->
                        new String(
                                crypt(
                                        Cipher.DECRYPT_MODE,
                                        key,
                                        Arrays.copyOf(content, NONCE),
                                        eventId,
                                        field,
                                        Arrays.copyOfRange(content, NONCE, content.length)),
                                StandardCharsets.UTF_8));
    }

    private byte[] keyOf(UUID subject) {
        return existingKey(subject)
                .orElseGet(() -> {
                    byte[] key = new byte[32];
                    random.nextBytes(key);
                    insert(subject, key);
                    return existingKey(subject).orElseThrow();
                });
    }

    private void insert(UUID subject, byte[] key) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into vault.subject_key (subject, key) values (?, ?) on conflict do nothing")) {
            insert.setObject(1, subject);
            insert.setBytes(2, key);
            insert.executeUpdate();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new LedgerException.Unavailable(e);
        }
    }

    private Optional<byte[]> existingKey(UUID subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select key from vault.subject_key where subject = ?")) {
            select.setObject(1, subject);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new LedgerException.Unavailable(e);
        }
    }

    private static byte[] crypt(
            int mode, byte[] key, byte[] nonce, UUID eventId, String field, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(Digests.bytes(eventId));
            cipher.updateAAD(field.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A personal part cannot be "
                            + (mode == Cipher.ENCRYPT_MODE ? "encrypted" : "decrypted"),
                    e);
        }
    }
}
