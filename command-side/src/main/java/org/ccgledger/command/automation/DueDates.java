package org.ccgledger.command.automation;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.authorisation.AuthorisationCommand.CloseCommentWindow;
import org.ccgledger.command.conditions.ConditionCommand.RecordReviewOverdue;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.events.Authority;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.authorisation.AuthorisationEvent.ConditionsRecommended;
import org.ccgledger.events.conditions.ConditionEvent.ConditionImposed;
import org.ccgledger.events.conditions.ConditionEvent.ConditionReviewDecided;

/// What follows from an event when a day comes. The command's own date is that day; its decider
/// checks again then.
public final class DueDates {

    /// SI 2012/1631 reg 8(6) asks for review; the Board reviewed every quarter.
    private static final int MONTHS_BETWEEN_REVIEWS = 3;

    private DueDates() {}

    /// The commands that fall due, each on its effective date.
    public static List<Envelope> of(Cause cause) {
        return switch (cause.event()) {
            case ConditionsRecommended recommended ->
                    List.of(
                            cause.sends(
                                    "CloseCommentWindow",
                                    recommended.ccg().value(),
                                    new CloseCommentWindow(recommended.ccg()),
                                    recommended.commentUntil().plusDays(1),
                                    Authority.of("SI 2012/1631", "reg 8")));
            case CCGAuthorised authorised when !authorised.conditions().isEmpty() ->
                    overdue(cause, authorised.ccg(), authorised.effectiveOn());
            case ConditionImposed imposed -> overdue(cause, imposed.ccg(), imposed.effectiveOn());
            case ConditionReviewDecided decided when decided.remaining() > 0 ->
                    overdue(cause, decided.ccg(), decided.effectiveOn());
            case org.ccgledger.events.CcgEvent _ -> List.of();
        };
    }

    private static List<Envelope> overdue(Cause cause, CcgCode ccg, LocalDate lastReviewedOn) {
        return List.of(
                cause.sends(
                        "RecordReviewOverdue",
                        ccg.value(),
                        new RecordReviewOverdue(ccg),
                        lastReviewedOn.plusMonths(MONTHS_BETWEEN_REVIEWS).plusDays(1),
                        Authority.of("SI 2012/1631", "reg 8(6)")));
    }
}
