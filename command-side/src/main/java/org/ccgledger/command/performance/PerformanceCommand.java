package org.ccgledger.command.performance;

import static org.ccgledger.events.Role.BOARD_OFFICER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.performance.BoardView;
import org.ccgledger.events.performance.DutyFinding;
import org.ccgledger.events.performance.PerformanceRating;

/// What can be asked for about the assessment of a group's year.
public sealed interface PerformanceCommand extends Command {

    CcgCode ccg();

    FinancialYear fy();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.BOARD);
    }

    /// NHS Act 2006 s.14Z16(1) to (4).
    ///
    /// @param hwbConsulted the health and wellbeing boards that were asked, with their views
    @SentBy(BOARD_OFFICER)
    record AssessPerformance(
            CcgCode ccg,
            FinancialYear fy,
            List<DutyFinding> findings,
            List<BoardView> hwbConsulted,
            PerformanceRating rating)
            implements PerformanceCommand {
        @Override
        public Optional<CcgCode> about() {
            return Optional.of(ccg);
        }

        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            if (findings.isEmpty()) {
                errors.add(new FieldError("/findings", "has a finding"));
            }
            for (int i = 0; i < hwbConsulted.size(); i++) {
                if (!hwbConsulted.get(i).authority().kind().equals("LA")) {
                    errors.add(
                            new FieldError(
                                    "/hwbConsulted/" + i + "/authority", "is a local authority"));
                }
            }
            return errors;
        }
    }

    /// NHS Act 2006 s.14Z16(5). The last year of a group that has ceased is published, too.
    @SentBy(BOARD_OFFICER)
    record PublishAssessment(CcgCode ccg, FinancialYear fy, DocRef summary)
            implements PerformanceCommand {}
}
