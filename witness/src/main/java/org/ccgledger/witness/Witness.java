package org.ccgledger.witness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Runs a witness on a folder of its own.
///
/// The folder holds `keys`, `logs`, `heads/` with what was cosigned last, and `lock`, which keeps a
/// second process out.
public final class Witness implements AutoCloseable {

    private static final String USAGE =
            """
            A witness cosigns checkpoints of the ledgers that it looks after, and never two that contradict each other.

              --folder FOLDER    where it keeps its keys, the keys of ledgers and what it cosigned; .ccg-witness
              --name NAME        under which it cosigns, such as witness.example/w1; needed at the first start
              --address ADDRESS  where it listens; 127.0.0.1
              --port PORT        8090; 0 is one that is free
            """;
    private static final List<String> OPTIONS =
            List.of("--folder", "--name", "--address", "--port");
    private static final FileAttribute<?> OWNERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    private final FileChannel lock;
    private final WitnessKeys keys;
    private final WitnessServer server;

    private Witness(FileChannel lock, WitnessKeys keys, WitnessServer server) {
        this.lock = lock;
        this.keys = keys;
        this.server = server;
    }

    /// Starts a witness and says where it is; it runs until the process is ended.
    public static void main(String[] arguments) {
        try {
            Map<String, String> options = options(arguments);
            Path folder = Path.of(options.getOrDefault("--folder", ".ccg-witness"));
            Witness witness =
                    start(folder, options.get("--name"), address(options), Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(witness::close));
            witness.keys.publicKeys().forEach(key -> System.out.println("Cosigns as " + key));
            System.out.printf(
                    "Looks after the ledgers whose keys are in %s.%n", folder.resolve("logs"));
            System.out.printf(
                    "The witness is ready: %s%n",
                    "http://%s:%d"
                            .formatted(
                                    options.getOrDefault("--address", "127.0.0.1"),
                                    witness.port()));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /// Starts a witness.
    ///
    /// @param name needed when the folder holds no keys yet
    /// @throws IOException if its folder cannot be used, or no longer holds what was cosigned
    /// @throws IllegalArgumentException if the name or the keys of a log are wrong
    public static Witness start(
            Path folder, @Nullable String name, InetSocketAddress address, Clock clock)
            throws IOException, GeneralSecurityException {
        Files.createDirectories(folder, OWNERS);
        FileChannel lock = lock(folder);
        try {
            Path heads = folder.resolve("heads");
            WitnessKeys keys =
                    WitnessKeys.at(
                            folder.resolve("keys"),
                            name,
                            () -> Files.createDirectories(heads, OWNERS));
            if (!Files.isDirectory(heads)) {
                throw new IOException(
                        heads
                                + " is missing: this witness does not know what it has cosigned, and might"
                                + " cosign a second history. Start one with a new name in another folder.");
            }
            LogKeys logs = new LogKeys(folder.resolve("logs"));
            logs.all();
            Cosigner cosigner = new Cosigner(logs, new Heads(heads), keys, clock, Witness::alarm);
            return new Witness(lock, keys, WitnessServer.start(address, cosigner, Witness::alarm));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// The port on which it listens.
    public int port() {
        return server.port();
    }

    /// The keys with which it cosigns, as a policy names them.
    public List<String> publicKeys() {
        return keys.publicKeys().stream().map(Object::toString).toList();
    }

    @Override
    public void close() {
        server.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("A lock cannot be given back", e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel file =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return file;
            }
        } catch (OverlappingFileLockException _) {
            // This process has it.
        }
        file.close();
        throw new IOException("Another witness runs on " + folder);
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(USAGE);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private static InetSocketAddress address(Map<String, String> options) {
        String port = options.getOrDefault("--port", "8090");
        if (!PORT.matcher(port).matches()) {
            throw new IllegalArgumentException(port + " is no port");
        }
        return new InetSocketAddress(
                options.getOrDefault("--address", "127.0.0.1"), Integer.parseInt(port));
    }

    private static void alarm(String what) {
        System.err.println(Clock.systemUTC().instant() + " " + what);
    }
}
