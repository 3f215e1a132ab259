package org.ccgledger.command.handling;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ccgledger.events.Actor;
import org.ccgledger.events.commands.RuleBook;
import org.jspecify.annotations.Nullable;

/// A decision as the ledger holds it, and what the same question comes to when it is decided again
/// on what was known then.
///
/// @param position of the first event that the command left
/// @param ruleSet the rules that were held against it, and `build` the software that did
/// @param reads what the decision read, and the position up to which it did
/// @param rules what commands of its kind are held against under that rule set
/// @param now absent where it cannot be decided again
/// @param differences one sentence each; for one that cannot be decided again, why
public record ReplayedDecision(
        UUID commandId,
        long position,
        String command,
        Actor actor,
        Instant decidedAt,
        String ruleSet,
        String build,
        List<RecordedRead> reads,
        List<RuleBook.Checked> rules,
        Verdict verdict,
        Came recorded,
        @Nullable Came now,
        List<String> differences) {

    /// How the two compare.
    public enum Verdict {
        SAME,
        DIFFERENT,
        NOT_DECIDABLE
    }

    /// What a command comes to.
    ///
    /// @param outcome ACCEPTED, UNCHANGED, REFUSED or NOT_FOUND
    /// @param code of the refusal, with the `rule` that it comes from if there is one
    /// @param events the types of the events, in order; of one that is not accepted none
    public record Came(
            String outcome, @Nullable String code, @Nullable String rule, List<String> events) {}

    public boolean isSame() {
        return verdict == Verdict.SAME;
    }
}
