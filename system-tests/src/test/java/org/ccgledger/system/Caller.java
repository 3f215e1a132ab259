package org.ccgledger.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/// Somebody who speaks to one process of the application over HTTP.
final class Caller implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Tokens tokens = new Tokens(http);
    private final String url;
    private volatile String token = "";

    /// @param url where it answers, without a slash at the end
    Caller(String url) {
        this.url = url;
    }

    /// Sends a command under a key of its own.
    Reply post(String command, String actor, String json) {
        return post(command, actor, UUID.randomUUID().toString(), json);
    }

    Reply post(String command, String actor, String key, String json) {
        return write(
                as(actor, "/v1/commands/" + command)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /// Sends a file of groups.
    Reply importGroups(String actor, String csv) {
        return write(
                as(actor, "/v1/imports/ccgs")
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(csv)));
    }

    /// Sends many commands at once, a line each.
    Reply batch(String actor, String lines) {
        return write(
                as(actor, "/v1/commands:batch")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(lines)));
    }

    /// Posts what is no command.
    Reply postTo(String path, String actor, String json) {
        return write(
                as(actor, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /// Reads as an auditor, and waits until the answer reflects the last command that this caller
    /// has sent.
    Reply get(String path) {
        HttpRequest.Builder request = as(Senders.AUDITOR, path);
        if (!token.isEmpty()) {
            request.header("Consistency-Token", token).header("Prefer", "wait=60");
        }
        return send(request.GET());
    }

    Reply get(String path, String actor) {
        return send(as(actor, path).GET());
    }

    /// Fetches a file.
    HttpResponse<byte[]> fetch(String path, String actor) {
        return sent(as(actor, path).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /// Reads with another header.
    Reply get(String path, String actor, String header, String value) {
        return send(as(actor, path).header(header, value).GET());
    }

    /// Reads in a form that is no text.
    byte[] bytes(String path, String actor, String accept) {
        try {
            return http.send(
                            as(actor, path).header("Accept", accept).GET().build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    /// Reads without a token, as anybody may what is published.
    Reply getAsAnybody(String path) {
        return send(to(path).GET());
    }

    /// Asks for what reflects a token that somebody was given.
    Reply since(String given, String path) {
        return send(as(Senders.AUDITOR, path).header("Consistency-Token", given).GET());
    }

    /// Asks for what reflects a token, and waits for it for some seconds.
    Reply since(String given, int seconds, String path) {
        return send(
                as(Senders.AUDITOR, path)
                        .header("Consistency-Token", given)
                        .header("Prefer", "wait=" + seconds)
                        .GET());
    }

    private HttpRequest.Builder as(String actor, String path) {
        try {
            return to(path).header("Authorization", tokens.header(url, actor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a token", e);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    private Reply write(HttpRequest.Builder request) {
        Reply reply = send(request);
        reply.header("Consistency-Token").ifPresent(received -> token = received);
        return reply;
    }

    private Reply send(HttpRequest.Builder request) {
        return new Reply(sent(request, HttpResponse.BodyHandlers.ofString()));
    }

    private <T> HttpResponse<T> sent(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
