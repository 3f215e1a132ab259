package org.ccgledger.command.conditions;

import static org.ccgledger.command.authorisation.Applications.DECIDED_ON;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.conditions.Grants.*;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.conditions.ConditionCommand.RecordReviewOverdue;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.conditions.ConditionEvent.*;
import org.ccgledger.events.conditions.SupportLevel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OverdueTest {

    private static final ConditionReviewDecided REVIEWED =
            new ConditionReviewDecided(THURROCK, 1, List.of(), 1, null, LATER);

    private static Specification system() {
        return Specification.of(ConditionDecider.DECIDER)
                .by(Role.SYSTEM, new BodyRef("SYSTEM/CCG-LEDGER"));
    }

    @Tag("C6")
    @Test
    void a_review_is_overdue_after_more_than_three_months_since_the_grant_or_the_last_one() {
        RecordReviewOverdue overdue = new RecordReviewOverdue(THURROCK);
        LocalDate due = DECIDED_ON.plusMonths(3);
        system().given(granted(condition(1, SupportLevel.I))).on(due).when(overdue).thenUnchanged();
        system().given(granted(condition(1, SupportLevel.I)))
                .on(due.plusDays(1))
                .when(overdue)
                .thenAccepted(new ConditionReviewOverdue(THURROCK, DECIDED_ON, due.plusDays(1)));
        Specification reviewed =
                system().given(granted(condition(1, SupportLevel.I))).given(REVIEWED);
        reviewed.on(LATER.plusMonths(3)).when(overdue).thenUnchanged();
        reviewed.on(LATER.plusMonths(3).plusDays(1))
                .when(overdue)
                .thenAccepted(
                        new ConditionReviewOverdue(
                                THURROCK, LATER, LATER.plusMonths(3).plusDays(1)));
    }

    @Test
    void a_review_is_found_overdue_once_and_not_without_open_conditions() {
        RecordReviewOverdue overdue = new RecordReviewOverdue(THURROCK);
        system().given(granted()).on(LATER).when(overdue).thenUnchanged();
        system().given(granted(condition(1, SupportLevel.I)))
                .given(new ConditionReviewOverdue(THURROCK, DECIDED_ON, LATER.minusDays(1)))
                .on(LATER)
                .when(overdue)
                .thenUnchanged();
        system().when(overdue).thenNotFound();
    }
}
