package org.ccgledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.util.PSQLWarning;

/// Takes away what the ledger holds about a person beside the facts, with the rights of
/// `ledger_eraser`: the personal parts, and the key without which no copy of them can be read.
///
/// The facts and every hash stay as they are. That a part is missing must be accounted for by an
/// event; recording it comes first, and is not done here.
public final class Eraser {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int TRIES = 50;
    private static final long PAUSE_MILLIS = 100;

    private final DataSource database;
    private final DataSource vault;

    public Eraser(DataSource database, DataSource vault) {
        this.database = database;
        this.vault = vault;
    }

    /// Erases the parts of a person that were recorded before a position, and returns when no file
    /// of the vault's table holds the key any more; to erase them again does nothing.
    ///
    /// What is recorded of the person later is under another key. Until this has returned, nothing
    /// personal may be recorded of the person, for it might be under the old one.
    ///
    /// @throws LedgerException.Unavailable if it could not be done, or not yet; to do it again is
    ///   safe
    public void erase(UUID subject, long before) {
        try (Connection connection = database.getConnection();
                PreparedStatement parts =
                        connection.prepareStatement(
                                "delete from ledger.personal where subject = ? and position < ?")) {
            parts.setObject(1, subject);
            parts.setLong(2, before);
            parts.executeUpdate();
        } catch (SQLException e) {
            throw new LedgerException.Unavailable(e);
        }
        destroyKey(subject);
    }

    private void destroyKey(UUID subject) {
        try (Connection connection = vault.getConnection();
                PreparedStatement key =
                        connection.prepareStatement(
                                "delete from vault.subject_key where subject = ?")) {
            key.setObject(1, subject);
            key.executeUpdate();
            for (int tries = 1; !isWrittenAnew(connection); tries++) {
                if (tries == TRIES) {
                    throw new LedgerException.Unavailable(
                            "a transaction that is open in the vault can still see a key that was"
                                    + " destroyed");
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (SQLException e) {
            throw new LedgerException.Unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException.Unavailable(e);
        }
    }

    /// Writes the vault's table into new files. Rows that are deleted stay in them as long as a
    /// transaction may still see them, and PostgreSQL says how many those are.
    private static boolean isWrittenAnew(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum (full, verbose) vault.subject_key");
            for (SQLWarning told = statement.getWarnings();
                    told != null;
                    told = told.getNextWarning()) {
                if (told instanceof PSQLWarning warning) {
                    Matcher kept =
                            NUMBER.matcher(
                                    Objects.requireNonNullElse(
                                            warning.getServerErrorMessage().getDetail(), ""));
                    if (kept.find()) {
                        return kept.group().equals("0");
                    }
                }
            }
        }
        throw new SQLException("PostgreSQL did not say how many rows it kept");
    }
}
