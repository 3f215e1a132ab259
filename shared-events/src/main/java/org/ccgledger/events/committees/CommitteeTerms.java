package org.ccgledger.events.committees;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.SeatCode;
import org.jspecify.annotations.Nullable;

/// The terms of reference of a committee.
///
/// @param chair the seat from which it is chaired
/// @param deputyChair the seat from which it is chaired when the chair may not
/// @param quorum the number of voting members
/// @param percent of the votes that carry a decision; with a supermajority only
/// @param castingVote whether the chair has one when votes are equal
/// @param functions that the committee may be given
public record CommitteeTerms(
        List<CommitteeSeat> seats,
        SeatCode chair,
        @Nullable SeatCode deputyChair,
        int quorum,
        CommitteeVotingRule votingRule,
        @Nullable BigDecimal percent,
        boolean castingVote,
        List<FunctionCode> functions) {

    public Optional<CommitteeSeat> seat(SeatCode code) {
        return seats.stream().filter(seat -> seat.seat().equals(code)).findFirst();
    }

    /// How many may vote if every place is taken.
    public int votingPlaces() {
        return seats.stream().filter(CommitteeSeat::voting).mapToInt(CommitteeSeat::places).sum();
    }
}
