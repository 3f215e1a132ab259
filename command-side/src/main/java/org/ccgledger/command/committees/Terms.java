package org.ccgledger.command.committees;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.committees.CommitteeRefusal.PCCCCompositionInvalid;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.events.SeatCode;
import org.ccgledger.events.committees.CommitteeKind;
import org.ccgledger.events.committees.CommitteeSeat;
import org.ccgledger.events.committees.CommitteeTerms;
import org.ccgledger.events.committees.CommitteeVotingRule;
import org.ccgledger.events.committees.SeatCapacity;

/// What terms of reference must be to make a committee.
final class Terms {

    private static final BigDecimal HALF = BigDecimal.valueOf(50);
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private Terms() {}

    /// What is wrong between the fields.
    static List<FieldError> errors(CommitteeTerms terms) {
        List<FieldError> errors = new ArrayList<>();
        Set<SeatCode> seats = new HashSet<>();
        for (int i = 0; i < terms.seats().size(); i++) {
            CommitteeSeat seat = terms.seats().get(i);
            if (!seats.add(seat.seat())) {
                errors.add(new FieldError("/terms/seats/" + i + "/seat", "is named once"));
            }
            if (seat.places() < 1) {
                errors.add(new FieldError("/terms/seats/" + i + "/places", "is 1 or more"));
            }
        }
        if (terms.seat(terms.chair()).filter(Terms::canPreside).isEmpty()) {
            errors.add(new FieldError("/terms/chair", "is a seat for one person who votes"));
        }
        SeatCode deputy = terms.deputyChair();
        if (deputy != null
                && (deputy.equals(terms.chair())
                        || terms.seat(deputy).filter(Terms::canPreside).isEmpty())) {
            errors.add(
                    new FieldError(
                            "/terms/deputyChair", "is another seat for one person who votes"));
        }
        if (terms.quorum() < 1 || terms.quorum() > terms.votingPlaces()) {
            errors.add(
                    new FieldError("/terms/quorum", "lies between 1 and the number who may vote"));
        }
        if (!isPercentRight(terms)) {
            errors.add(
                    new FieldError(
                            "/terms/percent",
                            "is above 50 and at most 100 with a supermajority, and else left out"));
        }
        return errors;
    }

    private static boolean canPreside(CommitteeSeat seat) {
        return seat.voting() && seat.places() == 1;
    }

    private static boolean isPercentRight(CommitteeTerms terms) {
        BigDecimal percent = terms.percent();
        return percent == null
                ? terms.votingRule() != CommitteeVotingRule.SUPERMAJORITY
                : terms.votingRule() == CommitteeVotingRule.SUPERMAJORITY
                        && percent.compareTo(HALF) > 0
                        && percent.compareTo(ALL) <= 0;
    }

    /// Whether a committee that decides for the Board has a lay chair, and general practitioners
    /// are no majority of those who may vote.
    static Optional<PCCCCompositionInvalid> ledByOthersThanPractices(
            CommitteeKind kind, CommitteeTerms terms) {
        if (kind != CommitteeKind.PCCC) {
            return Optional.empty();
        }
        SeatCapacity chair = terms.seat(terms.chair()).orElseThrow().capacity();
        int practitioners =
                terms.seats().stream()
                        .filter(CommitteeSeat::voting)
                        .filter(seat -> seat.capacity() == SeatCapacity.GENERAL_PRACTITIONER)
                        .mapToInt(CommitteeSeat::places)
                        .sum();
        return chair == SeatCapacity.LAY && 2 * practitioners <= terms.votingPlaces()
                ? Optional.empty()
                : Optional.of(
                        new PCCCCompositionInvalid(chair, practitioners, terms.votingPlaces()));
    }
}
