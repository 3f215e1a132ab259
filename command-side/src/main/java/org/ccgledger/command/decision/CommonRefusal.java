package org.ccgledger.command.decision;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;

/// What any command may be refused for.
public sealed interface CommonRefusal extends Refusal {

    @Rule(
            title = "A decision cites the power under which it is made",
            cure = "Give `authority` with its instrument and provision.")
    record AuthorityNotCited() implements CommonRefusal {}

    @Rule(
            title = "A decision is not dated before the last one that it builds on",
            cure = "Date it on or after that day; facts and corrections may be dated earlier.")
    record BackdatedBeyondLimit(LocalDate lastDecisionOn) implements CommonRefusal {}

    @Rule(
            title =
                    "A group that has ceased to exist decides nothing, and nothing is decided on it",
            cure =
                    "Ask for it of a successor, or date it before the day on which the group ceased.")
    record CCGCeased(CcgCode ccg, LocalDate ceasedOn, Set<BodyRef> successors)
            implements CommonRefusal {}

    @Rule(
            title = "A fact is not dated ahead",
            cure = "Record it on or after the day on which it happened.")
    record EffectiveDateInFuture(LocalDate today) implements CommonRefusal {}

    @Rule(title = "A decision of this kind gives its reasons", cure = "Give `reasons` in writing.")
    record ReasonsRequired() implements CommonRefusal {}
}
