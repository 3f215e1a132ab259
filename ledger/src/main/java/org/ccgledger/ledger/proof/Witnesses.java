package org.ccgledger.ledger.proof;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import org.ccgledger.ledger.proof.Witness.Cosignature;
import org.ccgledger.ledger.proof.Witness.Outcome;

/// Those who are asked to cosign the ledger's checkpoints, any number of them.
///
/// All are asked at once, and none is waited for longer than a moment. One that fails is left alone
/// for a while, so it holds up nothing but a checkpoint now and then.
public final class Witnesses implements AutoCloseable {

    private final HttpClient client;
    private final List<Witness> witnesses;
    private final Pace pace;
    private final Clock clock;

    /// How long things take.
    ///
    /// @param patience with an answer
    /// @param retry after a witness has failed
    /// @param renew how old a cosignature of the newest checkpoint may become
    record Pace(Duration patience, Duration retry, Duration renew) {

        static final Pace USUAL =
                new Pace(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    private Witnesses(List<Witness> witnesses, Pace pace, Clock clock) {
        this.witnesses = witnesses;
        this.pace = pace;
        this.clock = clock;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(pace.patience())
                        .build();
    }

    /// Reads who they are.
    ///
    /// @param settings for each `URL KEY…`: the prefix of its submissions, and its verifier keys
    /// @throws IllegalArgumentException if one is something else
    public static Witnesses of(List<String> settings, Clock clock) {
        return of(settings, Pace.USUAL, clock);
    }

    static Witnesses of(List<String> settings, Pace pace, Clock clock) {
        return new Witnesses(
                settings.stream().map(text -> Witness.parse(text, pace.retry())).toList(),
                pace,
                clock);
    }

    /// Whether one of them should say again that it holds the newest checkpoint to be the newest.
    boolean areStale() {
        Instant now = clock.instant();
        return witnesses.stream().anyMatch(witness -> witness.isStale(now, pace.renew()));
    }

    /// Why some of them do not cosign, each as the end of a sentence.
    List<String> failures() {
        return witnesses.stream().flatMap(witness -> witness.failure().stream()).toList();
    }

    /// Asks those who have not failed a moment ago to cosign a checkpoint.
    ///
    /// @param note of the checkpoint, signed by the log
    /// @param proofs of consistency from a size, 1 or more and less than that of the checkpoint
    List<Cosignature> cosign(
            Checkpoint checkpoint, String note, LongFunction<List<byte[]>> proofs) {
        Instant now = clock.instant();
        List<Cosignature> lines = new ArrayList<>();
        List<Witness> asked =
                witnesses.stream().filter(witness -> witness.canBeAsked(now)).toList();
        List<Witness> elsewhere = ask(asked, checkpoint, note, proofs, lines);
        ask(elsewhere, checkpoint, note, proofs, lines)
                .forEach(witness ->
                        witness.failed("holds another size each time that it is asked", now));
        return lines;
    }

    /// Asks some of them.
    ///
    /// @return those who hold another size than was thought
    private List<Witness> ask(
            List<Witness> some,
            Checkpoint checkpoint,
            String note,
            LongFunction<List<byte[]>> proofs,
            List<Cosignature> lines) {
        List<Asked> asked = new ArrayList<>();
        for (Witness witness : some) {
            long old = Math.min(witness.holds(), checkpoint.size());
            StringBuilder body = new StringBuilder("old " + old + "\n");
            if (old > 0 && old < checkpoint.size()) {
                for (byte[] hash : proofs.apply(old)) {
                    body.append(Base64.getEncoder().encodeToString(hash)).append('\n');
                }
            }
            body.append('\n').append(note);
            asked.add(
                    new Asked(witness, old, witness.ask(client, body.toString(), pace.patience())));
        }
        long deadline = System.nanoTime() + pace.patience().toNanos();
        List<Witness> elsewhere = new ArrayList<>();
        for (Asked one : asked) {
            Optional<HttpResponse<String>> answer = one.answer(deadline, clock.instant());
            Optional<Outcome> outcome =
                    answer.map(said ->
                            one.witness.answered(
                                    checkpoint, one.old, said, clock.instant(), lines));
            if (outcome.equals(Optional.of(Outcome.HOLDS_ANOTHER_SIZE))) {
                elsewhere.add(one.witness);
            }
        }
        return elsewhere;
    }

    private record Asked(
            Witness witness, long old, CompletableFuture<HttpResponse<String>> answer) {

        Optional<HttpResponse<String>> answer(long deadline, Instant now) {
            try {
                return Optional.of(
                        answer.get(
                                Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
            } catch (ExecutionException e) {
                witness.failed("cannot be asked: " + e.getCause(), now);
            } catch (TimeoutException _) {
                witness.failed("does not answer", now);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            answer.cancel(true);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
