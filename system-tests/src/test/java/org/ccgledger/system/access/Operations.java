package org.ccgledger.system.access;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.ccgledger.system.Schemas;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The operations of an OpenAPI document.
final class Operations {

    private static final String COMMANDS = "/v1/commands/";

    private Operations() {}

    /// @param path with examples in place of its variables
    /// @param schema of its body, if it takes one that has a schema
    /// @param form of its body
    /// @param example of such a body
    record Operation(
            String method,
            String template,
            String path,
            @Nullable JsonNode schema,
            String form,
            JsonNode example) {

        /// The name of the command, where it takes one.
        Optional<String> command() {
            return schema == null || !template.startsWith(COMMANDS)
                    ? Optional.empty()
                    : Optional.of(template.substring(COMMANDS.length()));
        }
    }

    static List<Operation> of(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        Schemas.inPlace(document)
                .get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation ->
                                        operations.add(
                                                new Operation(
                                                        operation.getKey().toUpperCase(Locale.ROOT),
                                                        path.getKey(),
                                                        path.getKey()
                                                                .replaceAll("\\{[^}]*}", "02N"),
                                                        schema(operation.getValue()),
                                                        form(operation.getValue()),
                                                        body(operation.getValue())
                                                                .path("example")))));
        return operations;
    }

    /// Reads an answer to its end, but of a stream of events, which has none, the head alone.
    static HttpResponse.BodyHandler<String> toItsEndIfItHasOne() {
        return head ->
                head.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
                        ? new Unread()
                        : HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);
    }

    private static final class Unread implements HttpResponse.BodySubscriber<String> {

        @Override
        public CompletionStage<String> getBody() {
            return CompletableFuture.completedFuture("");
        }

        @Override
        public void onSubscribe(Flow.Subscription body) {
            body.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> part) {
            // None was asked for.
        }

        @Override
        public void onError(Throwable failure) {
            // Whatever it is, the head has come.
        }

        @Override
        public void onComplete() {
            // Nobody waits for it.
        }
    }

    /// Of the bodies that have an example to begin with.
    private static @Nullable JsonNode schema(JsonNode operation) {
        JsonNode body = body(operation);
        return body.has("example") ? body.get("schema") : null;
    }

    private static String form(JsonNode operation) {
        return operation.at("/requestBody/content").propertyNames().stream()
                .findFirst()
                .orElse("application/json");
    }

    private static JsonNode body(JsonNode operation) {
        return operation.at("/requestBody/content").path("application/json");
    }
}
