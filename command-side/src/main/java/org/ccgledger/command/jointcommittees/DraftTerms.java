package org.ccgledger.command.jointcommittees;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.jointcommittees.JointTerms;
import org.ccgledger.events.jointcommittees.JointVotingRule;
import org.jspecify.annotations.Nullable;

/// Terms of reference as they are proposed: whether they are complete is for a rule to say.
///
/// @param percent of the votes that carry a decision, with a supermajority only: more than 50
/// @param majorityMayBind false if it is left out: nobody is bound against its vote
/// @param quorum the number of members
public record DraftTerms(
        @Nullable List<FunctionCode> functions,
        @Nullable JointVotingRule votingRule,
        @Nullable BigDecimal percent,
        @Nullable Boolean majorityMayBind,
        @Nullable Integer quorum,
        @Nullable Integer noticeDays,
        @Nullable String chairRule,
        @Nullable List<String> reservedMatters,
        @Nullable String disputeRoute,
        @Nullable String liability,
        @Nullable String costSharing) {

    private static final BigDecimal HALF = BigDecimal.valueOf(50);
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /// What the terms do not state, or not so that it could be met by that many members.
    Set<String> missing(int members) {
        Set<String> missing = new TreeSet<>();
        if (distinctFunctions().isEmpty()) {
            missing.add("functions");
        }
        if (votingRule == null) {
            missing.add("votingRule");
        } else if ((votingRule == JointVotingRule.SUPERMAJORITY) != isSupermajority(percent)) {
            missing.add("percent");
        }
        if (quorum == null || quorum < 1 || quorum > members) {
            missing.add("quorum");
        }
        if (noticeDays == null || noticeDays < 0) {
            missing.add("noticeDays");
        }
        if (chairRule == null) {
            missing.add("chairRule");
        }
        if (disputeRoute == null) {
            missing.add("disputeRoute");
        }
        if (liability == null) {
            missing.add("liability");
        }
        return missing;
    }

    private static boolean isSupermajority(@Nullable BigDecimal percent) {
        return percent != null && percent.compareTo(HALF) > 0 && percent.compareTo(ALL) <= 0;
    }

    List<FunctionCode> distinctFunctions() {
        return functions == null ? List.of() : functions.stream().distinct().toList();
    }

    /// The terms that nothing is missing from.
    JointTerms complete() {
        return new JointTerms(
                distinctFunctions(),
                Objects.requireNonNull(votingRule),
                percent,
                Boolean.TRUE.equals(majorityMayBind),
                Objects.requireNonNull(quorum),
                Objects.requireNonNull(noticeDays),
                Objects.requireNonNull(chairRule),
                reservedMatters == null ? List.of() : reservedMatters,
                Objects.requireNonNull(disputeRoute),
                Objects.requireNonNull(liability),
                costSharing);
    }
}
