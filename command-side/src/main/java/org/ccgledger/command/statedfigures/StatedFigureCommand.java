package org.ccgledger.command.statedfigures;

import static org.ccgledger.events.Role.AUDITOR;
import static org.ccgledger.events.Role.REGISTRY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Source;
import org.ccgledger.events.StatedFigureId;
import org.ccgledger.events.statedfigures.CountedFigure;
import org.ccgledger.events.statedfigures.FigureUnit;
import org.jspecify.annotations.Nullable;

/// What can be recorded of sources' figures.
public sealed interface StatedFigureCommand extends Command {

    /// A figure as its source states it, whether or not the ledger agrees; `wave`, 1 to 4, narrows
    /// what is counted.
    @SentBy({REGISTRY, AUDITOR})
    record RecordStatedFigure(
            StatedFigureId figure,
            Source figureSource,
            String subject,
            CountedFigure counted,
            @Nullable Integer wave,
            BigDecimal value,
            FigureUnit unit,
            LocalDate asAt)
            implements StatedFigureCommand {
        @Override
        public Set<BodyRef> senders() {
            return Set.of();
        }

        @Override
        public List<FieldError> fieldErrors() {
            return wave == null || (wave >= 1 && wave <= 4)
                    ? List.of()
                    : List.of(new FieldError("/wave", "is 1 to 4"));
        }
    }
}
