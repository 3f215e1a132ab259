package org.ccgledger.command.automation;

import java.util.List;
import org.ccgledger.command.committees.CommitteeCommand.DisbandCommittee;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.events.Authority;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.CommitteesInCommonConverted;

/// SI 2014/2436: groups that had to decide by committees in common may decide by a joint one, which
/// takes the place of theirs.
public final class WhenCommitteesInCommonConvertedThenDisbandThem {

    private WhenCommitteesInCommonConvertedThenDisbandThem() {}

    public static List<Envelope> react(Cause cause) {
        return cause.event() instanceof CommitteesInCommonConverted converted
                ? converted.committees().stream()
                        .map(one ->
                                cause.sends(
                                        "WhenCommitteesInCommonConvertedThenDisbandThem",
                                        one.committee().value(),
                                        new DisbandCommittee(one.committee(), one.ccg()),
                                        converted.effectiveOn(),
                                        Authority.of("SI 2014/2436", "art 2")))
                        .toList()
                : List.of();
    }
}
