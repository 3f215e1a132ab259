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
final class ReplayRun extends Job {

    private static final int PAGE = 500;
    private static final int MOST_SHOWN = 1_000;

    private final DecisionReplay replay;
    private final long from;
    private final long to;
    private final boolean showsAll;
    private final List<ReplayedDecision> shown = new ArrayList<>();
    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    private long reached;

    /// @param from the first position to look at, `to` the last
    /// @param showsAll whether those that come out the same are shown as well
    ReplayRun(DecisionReplay replay, long from, long to, boolean showsAll) {
        this.replay = replay;
        this.from = from;
        this.to = to;
        this.showsAll = showsAll;
        this.reached = from - 1;
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

    @Override
    public synchronized View view() {
        return new View(
                id(),
                state(),
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

    @Override
    protected void work() {
        replay.replay(from, to, PAGE, this::note);
    }

    private synchronized void note(DecisionReplay.Page page) {
        goOn();
        for (ReplayedDecision decision : page.decisions()) {
            counts.merge(decision.verdict(), 1L, Long::sum);
            if ((showsAll || !decision.isSame()) && shown.size() < MOST_SHOWN) {
                shown.add(decision);
            }
        }
        reached = page.reached();
    }
}
