package org.ccgledger.ledger;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/// An append whose caller waits for the writer's answer, for as long as its patience lasts.
final class PendingAppend {

    private final PreparedAppend append;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private final CompletableFuture<AppendResult> answer = new CompletableFuture<>();
    private int doubts;

    private enum Stage {
        WAITING,
        TAKEN,
        ABANDONED
    }

    PendingAppend(PreparedAppend append) {
        this.append = append;
    }

    PreparedAppend append() {
        return append;
    }

    /// Takes it for the next batch, unless its caller has gone.
    boolean take() {
        return stage.compareAndSet(Stage.WAITING, Stage.TAKEN);
    }

    /// Hands it back unwritten.
    void release() {
        stage.compareAndSet(Stage.TAKEN, Stage.WAITING);
    }

    /// Whether it is written has become doubtful.
    void doubt() {
        doubts++;
    }

    int doubts() {
        return doubts;
    }

    void complete(AppendResult result) {
        answer.complete(result);
    }

    void fail(RuntimeException failure) {
        answer.completeExceptionally(failure);
    }

    AppendResult await(Duration patience) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw (RuntimeException) e.getCause();
        } catch (TimeoutException e) {
            return abandon("There was no answer for " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return abandon("The caller was interrupted");
        }
    }

    private AppendResult abandon(String why) {
        if (stage.getAndSet(Stage.ABANDONED) == Stage.WAITING) {
            throw new LedgerException.Unavailable(why);
        }
        if (answer.isDone()) {
            return answer.join();
        }
        throw new LedgerException.OutcomeUnknown(why);
    }
}
