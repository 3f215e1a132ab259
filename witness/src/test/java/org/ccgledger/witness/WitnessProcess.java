package org.ccgledger.witness;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ccgledger.verifier.NoteKey;

/// A witness in a process of its own, as its operator starts it.
final class WitnessProcess implements AutoCloseable {

    private static final String READY = "The witness is ready: ";
    private static final String COSIGNS = "Cosigns as ";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final List<NoteKey> keys = new ArrayList<>();
    private final URI url;

    private WitnessProcess(Process process) throws IOException {
        this.process = process;
        this.url = URI.create(ready() + "/add-checkpoint");
    }

    static WitnessProcess start(Path folder) throws IOException {
        return new WitnessProcess(process(folder, "--name", "witness.example/w1"));
    }

    /// Starts the program with other options; it may end at once.
    static Process process(Path folder, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Witness.class.getName(),
                                "--folder",
                                folder.toString(),
                                "--port",
                                "0"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private String ready() throws IOException {
        List<String> printed = new ArrayList<>();
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            printed.add(line);
            if (line.startsWith(COSIGNS)) {
                keys.add(NoteKey.parse(line.substring(COSIGNS.length())));
            } else if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
        }
        throw new AssertionError("The witness did not start: " + printed);
    }

    List<NoteKey> keys() {
        return keys;
    }

    URI url() {
        return url;
    }

    HttpResponse<String> add(String body) {
        return send(HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The witness did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// As `kill -9` does.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        client.shutdownNow();
        process.destroy();
        process.onExit().join();
    }
}
