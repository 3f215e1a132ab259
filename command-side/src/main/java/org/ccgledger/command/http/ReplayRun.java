package org.ccgledger.command.http;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ccgledger.command.handling.DecisionReplay;
import org.ccgledger.command.handling.ReplayedDecision;
import org.ccgledger.command.handling.ReplayedDecision.Verdict;

/// One replay of decisions, and how far it has come.
final class ReplayRun {

    private static final int PAGE = 500;
    private static final int MOST_SHOWN = 1_000;

    private final UUID id;
    private final long from;
    private final long to;
    private final boolean showsAll;
    private final List<ReplayedDecision> shown = new ArrayList<>();
    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    private State state = State.WAITING;
    private long reached;

    /// @param from the first position to look at, `to` the last
    /// @param showsAll whether those that come out the same are shown as well
    ReplayRun(UUID id, long from, long to, boolean showsAll) {
        this.id = id;
        this.from = from;
        this.to = to;
        this.showsAll = showsAll;
        this.reached = from - 1;
    }

    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /// What is answered about it.
    ///
    /// @param reached the last position that has been looked at
    /// @param decisions those that come out otherwise or cannot be decided, the first 1,000; of a
    ///   single decision that one, whatever it comes to
    record View(
            UUID id,
            State state,
            long from,
            long to,
            long reached,
            long same,
            long different,
            long notDecidable,
            List<ReplayedDecision> decisions) {}

    UUID id() {
        return id;
    }

    synchronized View view() {
        return new View(
                id,
                state,
                from,
                to,
                reached,
                count(Verdict.SAME),
                count(Verdict.DIFFERENT),
                count(Verdict.NOT_DECIDABLE),
                List.copyOf(shown));
    }

    private long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    synchronized boolean isOver() {
        return state == State.DONE || state == State.FAILED;
    }

    void run(DecisionReplay replay) {
        become(State.RUNNING);
        try {
            replay.replay(from, to, PAGE, this::note);
            become(State.DONE);
        } catch (RuntimeException e) {
            become(State.FAILED);
            throw e;
        }
    }

    private synchronized void become(State next) {
        state = next;
    }

    private synchronized void note(DecisionReplay.Page page) {
        for (ReplayedDecision decision : page.decisions()) {
            counts.merge(decision.verdict(), 1L, Long::sum);
            if ((showsAll || !decision.isSame()) && shown.size() < MOST_SHOWN) {
                shown.add(decision);
            }
        }
        reached = page.reached();
    }
}
