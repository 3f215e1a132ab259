package org.ccgledger.command.http;

import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something that an auditor asked for and that takes longer than a request.
public abstract class Job {

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final UUID id = UUID.randomUUID();
    private State state = State.WAITING;
    private @Nullable String failure;

    /// How it stands.
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /// Why it cannot be done, in a sentence for whoever asked.
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        /// @param sentence that says why
        public Failed(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /// By which it is asked after.
    public final UUID id() {
        return id;
    }

    /// How it stands now.
    protected final synchronized State state() {
        return state;
    }

    /// Why it has failed, if it has.
    protected final synchronized @Nullable String failure() {
        return failure;
    }

    /// What is answered about it.
    public abstract Object view();

    /// Does what was asked for.
    ///
    /// @throws Failed if it cannot be done
    protected abstract void work() throws Exception;

    /// Gives up a job when the process stops; to be called on the way.
    protected static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The process stops");
        }
    }

    /// Takes leave of what is over, with all that it has left.
    ///
    /// @return whether it is no longer needed
    protected synchronized boolean forget() {
        return state == State.DONE || state == State.FAILED;
    }

    final void run() {
        become(State.RUNNING, null);
        try {
            work();
            become(State.DONE, null);
        } catch (Failed e) {
            become(State.FAILED, e.getMessage());
        } catch (Exception e) {
            LOG.error("{} {} failed", getClass().getSimpleName(), id, e);
            become(State.FAILED, "The fault is the server's; its log says more.");
        }
    }

    private synchronized void become(State next, @Nullable String why) {
        state = next;
        failure = why;
    }
}
