package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ccgledger.events.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Somebody who follows a ledger's feed, and reads it as the standard of server-sent events says.
final class Follower implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Block> blocks = new LinkedBlockingQueue<>();
    private String lastId = "";

    /// @param lines of a block
    /// @param end that of the stream: no block
    private record Block(List<String> lines, boolean end) {

        boolean isComment() {
            return lines.stream().anyMatch(line -> line.startsWith(":"));
        }

        String field(String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }
    }

    /// An event as it was sent.
    record Sent(String id, String name, JsonNode event) {
        long position() {
            return event.get("position").asLong();
        }
    }

    /// @param sender one of [Senders], or none
    /// @param lastId of the last event that was got, or none
    Follower(String url, String question, @Nullable String sender, @Nullable String lastId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + "/v1/events/stream" + question));
        if (sender != null) {
            request.header("Authorization", new Tokens(http).header(url, sender));
        }
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() == 200) {
            Thread.ofVirtual().start(this::read);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            List<String> block = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    blocks.add(new Block(List.copyOf(block), false));
                    block.clear();
                } else {
                    block.add(line);
                }
            }
            blocks.add(new Block(List.of(), true));
        } catch (IOException e) {
            blocks.add(new Block(List.of("failed: " + e), true));
        }
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /// The code of the problem that was answered in place of a feed.
    String code() throws IOException {
        return EventJson.MAPPER.readTree(response.body()).path("code").asString("");
    }

    /// With which id it would come back.
    String lastId() {
        return lastId;
    }

    /// The next event.
    Sent next() throws InterruptedException {
        while (true) {
            Block block = block();
            assertThat(block.end()).as(block.toString()).isFalse();
            if (!block.field("data").isEmpty()) {
                return new Sent(
                        lastId,
                        block.field("event"),
                        EventJson.MAPPER.readTree(block.field("data")));
            }
        }
    }

    /// Waits for the block with which it begins.
    void awaitBeginning() throws InterruptedException {
        assertThat(block().field("retry")).matches("\\d+");
    }

    /// Waits for a comment, and fails if an event comes before.
    void awaitComment() throws InterruptedException {
        Block block = block();
        while (!block.isComment()) {
            assertThat(block.field("data")).isEmpty();
            block = block();
        }
    }

    /// Waits for the end, and says how it ended: in order if the text is empty.
    String end() throws InterruptedException {
        Block block = block();
        while (!block.end()) {
            block = block();
        }
        return String.join("", block.lines());
    }

    private Block block() throws InterruptedException {
        Block block = blocks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (block == null) {
            throw new AssertionError("Nothing was sent for " + PATIENCE_SECONDS + " s");
        }
        if (!block.field("id").isEmpty()) {
            lastId = block.field("id");
        }
        return block;
    }

    /// Cuts the connection, whatever is under way.
    @Override
    public void close() throws IOException {
        response.body().close();
        http.shutdownNow();
    }
}
