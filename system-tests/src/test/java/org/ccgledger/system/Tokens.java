package org.ccgledger.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ccgledger.events.EventJson;
import tools.jackson.databind.node.ObjectNode;

/// Tokens of those who act, as a ledger without an issuer hands them out; each is asked for once
/// and used until it has half expired.
public final class Tokens {

    private final HttpClient http;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    public Tokens(HttpClient http) {
        this.http = http;
    }

    private record Held(String token, long nanos, Duration lifetime) {
        boolean isFresh() {
            return System.nanoTime() - nanos < lifetime.dividedBy(2).toNanos();
        }
    }

    /// The header that says who acts.
    ///
    /// @param url where the ledger answers, without a slash at the end
    /// @param sender as [Senders] writes them
    public String header(String url, String sender) throws IOException, InterruptedException {
        Held last = held.get(sender);
        if (last == null || !last.isFresh()) {
            last = ask(url, sender);
            held.put(sender, last);
        }
        return "Bearer " + last.token();
    }

    private Held ask(String url, String sender) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(url + "/v1/tokens"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json(sender)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("No token for " + sender + ": " + answer.body());
        }
        var body = EventJson.MAPPER.readTree(answer.body());
        return new Held(
                body.get("access_token").asString(),
                System.nanoTime(),
                Duration.ofSeconds(body.get("expires_in").asLong()));
    }

    /// What is asked for a token with.
    private static String json(String sender) {
        String[] parts = sender.split(";", -1);
        Map<String, String> fields = new HashMap<>(Map.of("actor", parts[0]));
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            fields.put(pair[0], pair[1]);
        }
        ObjectNode json = EventJson.MAPPER.createObjectNode();
        fields.forEach(json::put);
        return json.toString();
    }
}
