package org.ccgledger.command.funds;

import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;
import static org.ccgledger.events.Role.CCG_FINANCE_OFFICER;
import static org.ccgledger.events.Role.GOVERNING_BODY_CHAIR;

import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CommitmentId;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Money;
import org.ccgledger.events.Role;

/// What can be asked for about a group's funds of a year.
public sealed interface FundCommand extends Command {

    CcgCode ccg();

    FinancialYear fy();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// NHS Act 2006 s.223G. Once a year; what comes later adjusts it.
    @SentBy(BOARD_OFFICER)
    record AllotFunds(CcgCode ccg, FinancialYear fy, Money amount) implements FundCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return notNegative(amount, "/amount");
        }
    }

    /// NHS Act 2006 s.223G(4).
    ///
    /// @param change what is added; negative for what is taken back
    @SentBy(BOARD_OFFICER)
    record AdjustAllocation(CcgCode ccg, FinancialYear fy, Money change) implements FundCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return change.equals(Money.NOTHING)
                    ? List.of(new FieldError("/change", "is not nothing"))
                    : List.of();
        }
    }

    /// The governing body says how much an officer may commit at once.
    @SentBy(GOVERNING_BODY_CHAIR)
    record SetFinancialLimit(CcgCode ccg, FinancialYear fy, Role role, Money limit)
            implements FundCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return role == CCG_ACCOUNTABLE_OFFICER || role == CCG_FINANCE_OFFICER
                    ? notNegative(limit, "/limit")
                    : List.of(
                            new FieldError(
                                    "/role",
                                    "is one that commits funds: %s or %s"
                                            .formatted(
                                                    CCG_ACCOUNTABLE_OFFICER, CCG_FINANCE_OFFICER)));
        }
    }

    /// The group decides to spend.
    ///
    /// @param subject official text, which names offices and no persons
    @SentBy({CCG_ACCOUNTABLE_OFFICER, CCG_FINANCE_OFFICER})
    record CommitFunds(
            CcgCode ccg, FinancialYear fy, CommitmentId commitment, String subject, Money amount)
            implements FundCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return notNegative(amount, "/amount");
        }
    }

    /// Records what the group is bound to, whether or not it could have decided so.
    ///
    /// @param subject official text, which names offices and no persons
    @SentBy(CCG_FINANCE_OFFICER)
    record RecordCommitment(
            CcgCode ccg, FinancialYear fy, CommitmentId commitment, String subject, Money amount)
            implements FundCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return notNegative(amount, "/amount");
        }
    }

    /// The group is no longer bound.
    @SentBy({CCG_ACCOUNTABLE_OFFICER, CCG_FINANCE_OFFICER})
    record ReleaseCommitment(CcgCode ccg, FinancialYear fy, CommitmentId commitment)
            implements FundCommand {}

    private static List<FieldError> notNegative(Money amount, String pointer) {
        return amount.isNegative()
                ? List.of(new FieldError(pointer, "is not negative"))
                : List.of();
    }
}
