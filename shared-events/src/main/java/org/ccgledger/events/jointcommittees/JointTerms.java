package org.ccgledger.events.jointcommittees;

import java.math.BigDecimal;
import java.util.List;
import org.ccgledger.events.FunctionCode;
import org.jspecify.annotations.Nullable;

/// The terms of reference of a joint committee.
///
/// @param functions that the members exercise through it
/// @param percent of the votes that carry a decision; with a supermajority only
/// @param majorityMayBind whether a decision binds a member that voted against it
/// @param quorum the number of members
/// @param noticeDays from a notice to withdraw until the member may leave
/// @param reservedMatters that no member leaves to the committee
/// @param liability who answers for what the committee decides
/// @param costSharing who bears its costs
public record JointTerms(
        List<FunctionCode> functions,
        JointVotingRule votingRule,
        @Nullable BigDecimal percent,
        boolean majorityMayBind,
        int quorum,
        int noticeDays,
        String chairRule,
        List<String> reservedMatters,
        String disputeRoute,
        String liability,
        @Nullable String costSharing) {}
