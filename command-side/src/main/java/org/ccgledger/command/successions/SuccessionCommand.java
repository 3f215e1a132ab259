package org.ccgledger.command.successions;

import static org.ccgledger.events.Role.BOARD_AUTHORISATION;
import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;
import static org.ccgledger.events.Role.DEPARTMENT_OF_HEALTH;
import static org.ccgledger.events.Role.REGISTRY;
import static org.ccgledger.events.Role.SYSTEM;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.MergerId;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.successions.AddressedFactor;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.MergerTerms;
import org.jspecify.annotations.Nullable;

/// What can be asked for when groups come together, or are to be no more.
public sealed interface SuccessionCommand extends Command {

    /// The bodies whose own decision it is; none where it is the Board's or the registry's.
    @Override
    default Set<BodyRef> senders() {
        return switch (this) {
            case ApplyToMerge apply ->
                    apply.terms().ccgs().stream()
                            .map(BodyRef::ccg)
                            .collect(Collectors.toUnmodifiableSet());
            case DecideMerger _, CompleteMerger _ -> Set.of();
            case DissolveCCG dissolve -> Set.of(BodyRef.ccg(dissolve.ccg()));
            case TransferToICB transfer -> Set.of(BodyRef.ccg(transfer.ccg()));
        };
    }

    /// NHS Act 2006 s.14G: sent by each of the groups, for the same terms.
    ///
    /// @param factors what the groups say on each that they have to address
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record ApplyToMerge(MergerId merger, MergerTerms terms, List<AddressedFactor> factors)
            implements SuccessionCommand {
        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            if (new HashSet<>(terms.ccgs()).size() < Math.max(2, terms.ccgs().size())) {
                errors.add(new FieldError("/terms/ccgs", "are two groups or more, each once"));
            }
            return errors;
        }
    }

    /// NHS Act 2006 s.14G: the Board grants or refuses the application.
    ///
    /// @param takesEffectOn a 1 April; given with an approval only
    @SentBy(BOARD_AUTHORISATION)
    record DecideMerger(MergerId merger, boolean approve, @Nullable LocalDate takesEffectOn)
            implements SuccessionCommand {
        @Override
        public List<FieldError> fieldErrors() {
            if (approve == (takesEffectOn == null)) {
                return List.of(
                        new FieldError(
                                "/takesEffectOn", "is given with an approval, and only with one"));
            }
            return takesEffectOn == null || isFirstOfApril(takesEffectOn)
                    ? List.of()
                    : List.of(new FieldError("/takesEffectOn", "is a 1 April"));
        }

        private static boolean isFirstOfApril(LocalDate day) {
            return day.getMonthValue() == 4 && day.getDayOfMonth() == 1;
        }
    }

    /// The merger takes effect, on the day that was approved: the groups are no more, and the one
    /// that takes their place has a code.
    ///
    /// @param ccg the code, never used before
    /// @param ons absent where it is not known
    @SentBy({REGISTRY, SYSTEM})
    record CompleteMerger(MergerId merger, CcgCode ccg, @Nullable OnsCode ons)
            implements SuccessionCommand {}

    /// NHS Act 2006 s.14H and s.14Z21: the Board dissolves a group, from the day on which it is to
    /// count.
    ///
    /// @param successors groups that take its place; with a single one everything passes to it that
    ///   can
    /// @param allotments to whom a thing passes where there are several
    @SentBy(BOARD_AUTHORISATION)
    record DissolveCCG(CcgCode ccg, List<CcgCode> successors, List<Allotment> allotments)
            implements SuccessionCommand {}

    /// To which of its successors one thing of a group passes, by the id that its kind has.
    record Allotment(MatterKind kind, String matter, CcgCode successor) {}

    /// Health and Care Act 2022: the group gives way to an integrated care board.
    @SentBy(DEPARTMENT_OF_HEALTH)
    record TransferToICB(CcgCode ccg, BodyRef icb) implements SuccessionCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return icb.kind().equals("ICB")
                    ? List.of()
                    : List.of(new FieldError("/icb", "is an integrated care board, ICB/…"));
        }
    }
}
