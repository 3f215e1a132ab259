package org.ccgledger.command.catalogue;

import static org.ccgledger.events.Role.BOARD_AUTHORISATION;
import static org.ccgledger.events.Role.BOARD_OFFICER;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.authorisation.Criterion;
import org.jspecify.annotations.Nullable;

/// What the Board lays down before groups apply.
public sealed interface CatalogueCommand extends Command {

    @Override
    default Set<BodyRef> senders() {
        return Set.of();
    }

    /// One edition of the criteria that the Board is to be satisfied of, NHS Act 2006 s.14C(2).
    ///
    /// Each criterion is named once and belongs to one of the domains 1 to 6.
    @SentBy(BOARD_AUTHORISATION)
    record PublishCriteriaCatalogue(CatalogueVersion catalogue, List<Criterion> criteria)
            implements CatalogueCommand {
        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            if (criteria.isEmpty()) {
                errors.add(new FieldError("/criteria", "names at least one criterion"));
            }
            Set<CriterionId> seen = new HashSet<>();
            for (int i = 0; i < criteria.size(); i++) {
                Criterion criterion = criteria.get(i);
                if (criterion.domain() < 1 || criterion.domain() > 6) {
                    errors.add(new FieldError("/criteria/" + i + "/domain", "is 1 to 6"));
                }
                if (!seen.add(criterion.criterion())) {
                    errors.add(new FieldError("/criteria/" + i + "/criterion", "is named once"));
                }
            }
            return errors;
        }
    }

    /// A round of applications under the procedure that the Board publishes, SI 2012/1631.
    ///
    /// `number` is 1 to 4; `plannedApplications`, where it is known, at least 1.
    @SentBy(BOARD_OFFICER)
    record OpenWave(
            int number,
            LocalDate submissionDeadline,
            YearMonth plannedDecisionMonth,
            CatalogueVersion catalogue,
            @Nullable Integer plannedApplications)
            implements CatalogueCommand {
        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            if (number < 1 || number > 4) {
                errors.add(new FieldError("/number", "is 1 to 4"));
            }
            if (plannedApplications != null && plannedApplications < 1) {
                errors.add(new FieldError("/plannedApplications", "is at least 1"));
            }
            return errors;
        }
    }
}
