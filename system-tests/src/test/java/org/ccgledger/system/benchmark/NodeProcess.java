package org.ccgledger.system.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// A command node of ours in a process of its own, with the callers that use it.
///
/// Reads lines with a number of milliseconds and writes, for each, how many boundaries a second it
/// has begun meanwhile.
final class NodeProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("ready");
    private static final Pattern DONE = Pattern.compile("done (\\d+)");

    private final JavaProcess process;

    private NodeProcess(JavaProcess process) {
        this.process = process;
    }

    static NodeProcess start(Bench bench, String url, int callers) {
        JavaProcess process =
                JavaProcess.start(
                        NodeProcess.class.getName(),
                        Stream.concat(Stream.of("-Xms512m", "-Xmx512m"), settings()).toList(),
                        url,
                        bench.password(),
                        Ours.keys(bench).toString(),
                        Integer.toString(callers));
        process.await(READY);
        return new NodeProcess(process);
    }

    /// Those of this process, for the other to read.
    private static Stream<String> settings() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("benchmark."))
                .map(name -> "-D" + name + "=" + System.getProperty(name));
    }

    void begin(Duration time) {
        process.say(Long.toString(time.toMillis()));
    }

    double perSecond() {
        return Long.parseLong(process.await(DONE).group(1));
    }

    @Override
    public void close() {
        process.close();
    }

    public static void main(String[] arguments) throws IOException {
        LoggingSystem.get(NodeProcess.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        Settings settings = Settings.read();
        String kind = "node-" + ProcessHandle.current().pid() + "-";
        AtomicLong numbers = new AtomicLong();
        Callers callers = new Callers(Integer.parseInt(arguments[3]), settings);
        try (Ours node =
                        Ours.on(
                                Bench.pool(arguments[0], Ours.LOGIN, arguments[1], settings.pool()),
                                Path.of(arguments[2]));
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Sample sample =
                        callers.callFor(
                                Duration.ofMillis(Long.parseLong(line)),
                                _ -> node.create(kind + numbers.incrementAndGet()));
                System.out.println("done " + Math.round(sample.value()));
            }
        }
    }
}
