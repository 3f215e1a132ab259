package org.ccgledger.events.meetings;

import java.util.List;

/// How many voted in which way.
public record Tally(int inFavour, int against, int abstained) {

    public static Tally of(List<Ballot> ballots) {
        return new Tally(
                count(ballots, Vote.FOR),
                count(ballots, Vote.AGAINST),
                count(ballots, Vote.ABSTAIN));
    }

    private static int count(List<Ballot> ballots, Vote vote) {
        return (int) ballots.stream().filter(ballot -> ballot.vote() == vote).count();
    }
}
