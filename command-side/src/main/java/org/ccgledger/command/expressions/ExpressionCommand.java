package org.ccgledger.command.expressions;

import static org.ccgledger.events.Role.AREA_TEAM;
import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ExpressionId;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.expressions.ConflictsCover;
import org.ccgledger.events.expressions.Readiness;
import org.ccgledger.events.expressions.RoundDeadlines;
import org.jspecify.annotations.Nullable;

/// What can be asked for about rounds of co-commissioning and the interest in them, in the order a
/// reader meets it.
public sealed interface ExpressionCommand extends Command {

    /// Which groups may send it depends on whose expression it is.
    @Override
    default Set<BodyRef> senders() {
        return Set.of();
    }

    /// The Board invites groups to take part in commissioning primary care.
    @SentBy(BOARD_OFFICER)
    record OpenCoCommissioningRound(RoundName round, RoundDeadlines deadlines)
            implements ExpressionCommand {}

    /// One of the groups sends it for all of them. `levels` are in the order of preference; `late`
    /// says that the sender knows that the round's day has passed.
    @SentBy(value = CCG_ACCOUNTABLE_OFFICER, bodyLeftToRule = true)
    record SubmitExpressionOfInterest(
            ExpressionId expression,
            RoundName round,
            List<CcgCode> ccgs,
            List<CoCommissioningLevel> levels,
            String statement,
            @Nullable Boolean late)
            implements ExpressionCommand {

        boolean isLate() {
            return Boolean.TRUE.equals(late);
        }

        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>(ExpressionCommand.twice("/ccgs", ccgs));
            errors.addAll(ExpressionCommand.twice("/levels", levels));
            return errors;
        }
    }

    /// What the area team reads the expression as, in place of what it names.
    @SentBy(AREA_TEAM)
    record CategoriseExpression(ExpressionId expression, List<CoCommissioningLevel> levels)
            implements ExpressionCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return ExpressionCommand.twice("/levels", levels);
        }
    }

    /// How soon one of the groups could take on a level that the expression names.
    @SentBy({AREA_TEAM, BOARD_OFFICER})
    record AssessReadiness(
            ExpressionId expression,
            CcgCode ccg,
            CoCommissioningLevel level,
            Readiness readiness,
            LocalDate asAt)
            implements ExpressionCommand {
        @Override
        public Optional<CcgCode> about() {
            return Optional.of(ccg);
        }
    }

    /// Whether what one of the groups says about conflicts of interest covers what it would take
    /// on.
    @SentBy(BOARD_OFFICER)
    record TestConflictsCover(
            ExpressionId expression, CcgCode ccg, ConflictsCover result, String notes)
            implements ExpressionCommand {
        @Override
        public Optional<CcgCode> about() {
            return Optional.of(ccg);
        }
    }

    /// One of the groups withdraws itself, `ccg`; without it the group that submitted the
    /// expression withdraws it for all.
    @SentBy(value = CCG_ACCOUNTABLE_OFFICER, bodyLeftToRule = true)
    record WithdrawExpression(ExpressionId expression, @Nullable CcgCode ccg)
            implements ExpressionCommand {}

    private static List<FieldError> twice(String pointer, List<?> values) {
        List<FieldError> errors = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                errors.add(new FieldError(pointer + "/" + i, "is named once"));
            }
        }
        return errors;
    }
}
