package org.ccgledger.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/// An append whose caller waits for the writer's answer, until it is abandoned.
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

    /// Waits for the answer, however long that takes.
    AppendResult await() {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon("The caller was interrupted");
            return await(); // There is an answer now, and whoever is interrupted is given it.
        }
    }

    /// Lets its caller go with the truth, which is uncertain if the writer has it.
    void abandon(String why) {
        fail(
                stage.getAndSet(Stage.ABANDONED) == Stage.WAITING
                        ? new LedgerException.Unavailable(why)
                        : new LedgerException.OutcomeUnknown(why));
    }
}
