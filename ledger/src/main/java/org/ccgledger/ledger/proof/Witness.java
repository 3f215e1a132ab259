package org.ccgledger.ledger.proof;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Somebody else who is asked to cosign checkpoints (C2SP tlog-witness), and what is known of them.
///
/// It is used by one thread; others may ask why it fails.
final class Witness {

    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final Duration SAID_AGAIN = Duration.ofMinutes(10);
    private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\\n");
    private static final Pattern LINE =
            Pattern.compile("\u2014 ([^+\\s\\p{Z}]+) ([A-Za-z0-9+/]+={0,2})");

    private final URI url;
    private final List<VerifierKey> keys;
    private final Duration retry;
    private long holds;
    private Instant cosignedAt = Instant.MIN;
    private Instant retryAt = Instant.MIN;
    private volatile @Nullable String failure;
    private Instant lastSaid = Instant.MIN;

    private Witness(URI url, List<VerifierKey> keys, Duration retry) {
        this.url = url;
        this.keys = keys;
        this.retry = retry;
    }

    /// A cosignature, with the line that stands for it in a note.
    ///
    /// @param key its name and id
    record Cosignature(String key, String line) {}

    /// What an answer means.
    enum Outcome {
        COSIGNED,
        /// The witness holds another size, from which it can be asked at once.
        HOLDS_ANOTHER_SIZE,
        FAILED
    }

    /// Reads `URL KEY…`.
    ///
    /// @param retry how long it is left alone after it failed
    /// @throws IllegalArgumentException if it is something else
    static Witness parse(String text, Duration retry) {
        String[] words = text.strip().split("\\s+", -1);
        URI url = URI.create(words[0].replaceFirst("/$", "") + "/add-checkpoint");
        if (words.length < 2 || url.getHost() == null || !url.getScheme().startsWith("http")) {
            throw new IllegalArgumentException("A witness is `URL KEY…`, and not " + text);
        }
        return new Witness(
                url, Arrays.stream(words).skip(1).map(VerifierKey::ofWitness).toList(), retry);
    }

    /// The size from which it needs a proof, as far as is known; 0 if it is not.
    long holds() {
        return holds;
    }

    /// Whether it has not failed a moment ago.
    boolean canBeAsked(Instant now) {
        return !now.isBefore(retryAt);
    }

    /// Whether it last cosigned so long ago, or never, and can be asked.
    boolean isStale(Instant now, Duration age) {
        return canBeAsked(now) && !now.isBefore(cosignedAt.plus(age));
    }

    /// Asks it to cosign.
    ///
    /// @param body as tlog-witness has it
    CompletableFuture<HttpResponse<String>> ask(HttpClient client, String body, Duration patience) {
        return client.sendAsync(
                HttpRequest.newBuilder(url)
                        .timeout(patience)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.limiting(
                        HttpResponse.BodyHandlers.ofString(), LONGEST_ANSWER));
    }

    /// Takes its answer.
    ///
    /// @param old the size from which the proof led that it was sent
    /// @param lines to which its cosignatures are added
    Outcome answered(
            Checkpoint checkpoint,
            long old,
            HttpResponse<String> answer,
            Instant now,
            List<Cosignature> lines) {
        return switch (answer.statusCode()) {
            case 200 -> cosigned(checkpoint, answer.body(), now, lines);
            case 409 -> holdsAnother(checkpoint, old, answer.body(), now);
            case 422 ->
                    failed(
                            "HOLDS ANOTHER HISTORY: it was shown size %d of %s with a proof from size %d, and refuses"
                                    .formatted(checkpoint.size(), checkpoint.origin(), old),
                            now);
            default ->
                    failed(
                            "answers %d: %.200s"
                                    .formatted(
                                            answer.statusCode(),
                                            answer.body().lines().findFirst().orElse("")),
                            now);
        };
    }

    private Outcome cosigned(
            Checkpoint checkpoint, String body, Instant now, List<Cosignature> lines) {
        List<Cosignature> made =
                body.lines().flatMap(line -> known(checkpoint, line).stream()).toList();
        if (made.isEmpty()) {
            return failed("answers with no cosignature of its keys", now);
        }
        holds = checkpoint.size();
        lines.addAll(made);
        Optional<String> silent =
                keys.stream()
                        .map(Witness::called)
                        .filter(key -> made.stream().noneMatch(line -> line.key.equals(key)))
                        .findFirst();
        if (silent.isPresent()) {
            return failed("does not cosign with its key " + silent.get(), now);
        }
        if (failure != null) {
            LOG.info("The witness at {} cosigns again", url);
        }
        failure = null;
        cosignedAt = now;
        return Outcome.COSIGNED;
    }

    private Outcome holdsAnother(Checkpoint checkpoint, long old, String body, Instant now) {
        Matcher told = SIZE.matcher(body);
        if (!told.matches()) {
            return failed("answers 409 and does not say which size it holds", now);
        }
        long size = Long.parseLong(told.group(1));
        if (size > checkpoint.size()) {
            return failed(
                    "HOLDS MORE: it has cosigned size %d of %s, and this ledger has %d; it was cut back"
                            .formatted(size, checkpoint.origin(), checkpoint.size()),
                    now);
        }
        if (size == old) {
            return failed(
                    "HOLDS ANOTHER HISTORY: it has cosigned another root of size %d of %s"
                            .formatted(size, checkpoint.origin()),
                    now);
        }
        holds = size;
        return Outcome.HOLDS_ANOTHER_SIZE;
    }

    /// Leaves the witness alone for a while. Says why, but not again and again.
    Outcome failed(String why, Instant now) {
        if (!why.equals(failure) || !now.isBefore(lastSaid.plus(SAID_AGAIN))) {
            LOG.error("A checkpoint is not cosigned: the witness at {} {}", url, why);
            lastSaid = now;
        }
        failure = why;
        retryAt = now.plus(retry);
        return Outcome.FAILED;
    }

    /// Why it does not cosign, as the end of a sentence; nothing while it does.
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /// The cosignature of a line, if one of the witness's keys has made it.
    private Optional<Cosignature> known(Checkpoint checkpoint, String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(parts.group(2));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        String canonical = Base64.getEncoder().encodeToString(bytes);
        return keys.stream()
                .filter(_ -> canonical.equals(parts.group(2)))
                .filter(key -> key.name().equals(parts.group(1)))
                .filter(key -> bytes.length > 4 && Arrays.equals(key.id(), Arrays.copyOf(bytes, 4)))
                .filter(key ->
                        key.hasCosigned(checkpoint, Arrays.copyOfRange(bytes, 4, bytes.length)))
                .map(key -> new Cosignature(called(key), line + "\n"))
                .findFirst();
    }

    private static String called(VerifierKey key) {
        return key.name() + "+" + HexFormat.of().formatHex(key.id());
    }
}
