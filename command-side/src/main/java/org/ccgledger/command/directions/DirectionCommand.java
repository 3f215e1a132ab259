package org.ccgledger.command.directions;

import static org.ccgledger.events.Role.BOARD_AUTHORISATION;
import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.LegalPower;
import org.jspecify.annotations.Nullable;

/// What can be asked for about the Board's directions to a group, in the order a reader meets it.
///
/// Every command names the group that is directed. Directions issued by the grant itself are part
/// of that decision.
public sealed interface DirectionCommand extends Command {

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.BOARD);
    }

    @Override
    default Optional<CcgCode> about() {
        return Optional.of(ccg());
    }

    /// NHS Act 2006 s.14Z18.
    @SentBy(BOARD_OFFICER)
    record RecordInformationRequirement(CcgCode ccg, List<String> items, LocalDate due)
            implements DirectionCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return items.isEmpty()
                    ? List.of(new FieldError("/items", "names at least one item"))
                    : List.of();
        }
    }

    /// The direction is numbered within the group. `enables` names the direction to another group
    /// that this one makes effective.
    @SentBy(value = BOARD_AUTHORISATION, leftToRule = true)
    record DraftDirection(
            CcgCode ccg,
            @Nullable LegalPower power,
            DirectionKind kind,
            @Nullable List<FunctionCode> functions,
            Period period,
            @Nullable DirectionId enables)
            implements DirectionCommand {

        List<FunctionCode> distinctFunctions() {
            return functions == null ? List.of() : functions.stream().distinct().toList();
        }

        @Override
        public List<FieldError> fieldErrors() {
            return (kind == DirectionKind.ENABLING) == (enables == null)
                    ? List.of(
                            new FieldError(
                                    "/enables",
                                    "is given when, and only when, the kind is ENABLING"))
                    : List.of();
        }
    }

    @SentBy(BOARD_OFFICER)
    record ConsultOnDirection(CcgCode ccg, DirectionId direction, List<BodyRef> consultees)
            implements DirectionCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return consultees.isEmpty()
                    ? List.of(new FieldError("/consultees", "names at least one body"))
                    : List.of();
        }
    }

    /// SI 2012/1631 reg 8(9): said by the other group itself.
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record RecordWillingness(
            CcgCode ccg,
            DirectionId direction,
            FunctionCode function,
            CcgCode other,
            boolean willing,
            String capability)
            implements DirectionCommand {
        @Override
        public Set<BodyRef> senders() {
            return Set.of(BodyRef.ccg(other));
        }
    }

    /// SI 2012/1631 reg 8(9): the two factors that the Board judges itself.
    @SentBy({BOARD_AUTHORISATION, BOARD_OFFICER})
    record ConsiderExerciser(
            CcgCode ccg,
            DirectionId direction,
            FunctionCode function,
            CcgCode other,
            boolean boardMostEffective,
            String capability)
            implements DirectionCommand {}

    /// SI 2012/1631 reg 8(5), NHS Act 2006 s.14Z21.
    @SentBy(value = BOARD_AUTHORISATION, leftToRule = true)
    record IssueDirection(CcgCode ccg, DirectionId direction, DocRef document)
            implements DirectionCommand {}

    /// SI 2012/1631 reg 8(8). From the day on which a function is taken the Board exercises it;
    /// from the command's day on the body named here does.
    ///
    /// @param until the last day; without it, for as long as the function is taken
    @SentBy(value = BOARD_AUTHORISATION, leftToRule = true)
    record AssignFunctionExercise(
            CcgCode ccg,
            DirectionId direction,
            FunctionCode function,
            BodyRef exerciser,
            @Nullable LocalDate until)
            implements DirectionCommand {}

    /// SI 2012/1631 reg 8(7). `functions` and `period` replace those of the direction. `evidence`
    /// hands over the decisions that are open where a function returns.
    @SentBy(value = BOARD_AUTHORISATION, leftToRule = true)
    record VaryDirection(
            CcgCode ccg,
            DirectionId direction,
            @Nullable List<FunctionCode> functions,
            Period period,
            @Nullable DocRef document)
            implements DirectionCommand {

        List<FunctionCode> distinctFunctions() {
            return functions == null ? List.of() : functions.stream().distinct().toList();
        }
    }

    /// SI 2012/1631 reg 8(7). `handover` hands over the decisions that are open.
    @SentBy(value = BOARD_AUTHORISATION, leftToRule = true)
    record RevokeDirection(CcgCode ccg, DirectionId direction, @Nullable DocRef handover)
            implements DirectionCommand {}
}
