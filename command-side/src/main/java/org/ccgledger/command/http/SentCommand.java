package org.ccgledger.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccgledger.access.Identity;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.ledger.Digests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// A command as it was sent, alone or as a line of a batch.
///
/// @param key by which it is decided once
/// @param ifMatch the version of the boundary that was decided on, in quotes
/// @param correlation what it belongs to, as the sender has it
/// @param trace the sender's W3C trace context, whose trace stands in for the correlation
record SentCommand(
        @Nullable String key,
        @Nullable String ifMatch,
        @Nullable String correlation,
        @Nullable String trace,
        byte[] body) {

    static final String CORRELATION_HEADER = "X-Correlation-ID";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{16,128}");
    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern TRACE =
            Pattern.compile(
                    "(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-.{2,}");

    /// @throws Problem if its body cannot be taken
    static SentCommand of(HttpServletRequest request) throws IOException {
        return new SentCommand(
                header(request, "Idempotency-Key"),
                header(request, HttpHeaders.IF_MATCH),
                header(request, CORRELATION_HEADER),
                header(request, "traceparent"),
                Body.of(request));
    }

    /// What is sent more than once reads as a list, which none of these is.
    private static @Nullable String header(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        if (!values.hasMoreElements()) {
            return null;
        }
        String value = values.nextElement();
        return values.hasMoreElements() ? value + ", " + values.nextElement() : value;
    }

    /// @throws Problem saying what is wrong with it
    Envelope envelope(CommandTypes.Type type, Identity sender) {
        CommandReader.Read read = CommandReader.read(body, type);
        String sentKey = requiredKey();
        UUID commandId = commandId(sender, sentKey);
        return new Envelope(
                commandId,
                sentKey,
                read.command(),
                body,
                sender.actor(),
                read.beside().effectiveOn(),
                read.beside().authority(),
                read.beside().reasons(),
                Objects.requireNonNullElse(read.beside().evidence(), List.of()),
                read.beside().source(),
                expectedVersion(),
                correlationId(commandId),
                null);
    }

    static Problem unknown() {
        return new Problem(
                404,
                "NOT_FOUND",
                "There is no such command",
                "GET /v1/commands lists the commands there are.");
    }

    private String requiredKey() {
        if (key == null) {
            throw new Problem(
                    400,
                    "IDEMPOTENCY_KEY_MISSING",
                    "A command has a key of its own",
                    "Send the header Idempotency-Key, or `key` in a line of a batch, with 16 to 128"
                            + " characters, the same when you send again.");
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalid("", "Idempotency-Key has 16 to 128 visible ASCII characters");
        }
        return key;
    }

    /// Unique for ever: issuer, client and key.
    static UUID commandId(Identity sender, String key) {
        return Digests.uuid(
                Digests.sha256(
                        String.join("\n", sender.issuer(), sender.client(), key)
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private OptionalLong expectedVersion() {
        if (ifMatch == null) {
            return OptionalLong.empty();
        }
        Matcher version = VERSION.matcher(ifMatch);
        if (!version.matches()) {
            throw Problem.invalid("", "If-Match is a version in quotes, such as \"7\"");
        }
        return OptionalLong.of(Long.parseLong(version.group(1)));
    }

    private String correlationId(UUID commandId) {
        if (correlation != null && CORRELATION.matcher(correlation).matches()) {
            return correlation;
        }
        Matcher traced = TRACE.matcher(Objects.requireNonNullElse(trace, ""));
        return traced.matches() ? traced.group(1) : commandId.toString();
    }
}
