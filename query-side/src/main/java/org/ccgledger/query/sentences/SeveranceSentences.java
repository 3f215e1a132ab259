package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.on;

import org.ccgledger.events.severances.ReturnCause;
import org.ccgledger.events.severances.SeveranceEvent;
import org.ccgledger.events.severances.SeveranceEvent.*;

final class SeveranceSentences {

    private SeveranceSentences() {}

    static String of(SeveranceEvent event, GroupNames groups) {
        return on(
                event.effectiveOn(),
                what(event, body(event.employer(), groups))
                        + " (agreement "
                        + event.severance()
                        + ")");
    }

    private static String what(SeveranceEvent event, String employer) {
        return switch (event) {
            case SeveranceDrafted e ->
                    employer
                            + " drafted an agreement on leaving with "
                            + count(e.clauses().size(), "clause");
            case SeveranceSubmitted e ->
                    employer
                            + " submitted an agreement on leaving to the Department of Health"
                            + (e.employeeInformedOn() == null
                                    ? ", the employee not informed"
                                    : ", the employee informed on " + day(e.employeeInformedOn()));
            case SeveranceReturned e ->
                    "the Department of Health returned an agreement on leaving to "
                            + employer
                            + cause(e.cause());
            case SeveranceApprovedByDH _ ->
                    "the Department of Health approved an agreement on leaving of " + employer;
            case SeveranceApprovedByTreasury _ ->
                    "the Treasury approved an agreement on leaving of " + employer;
            case SeveranceRefused _ -> "an agreement on leaving of " + employer + " was refused";
            case SeveranceSigned _ -> employer + " signed an agreement on leaving";
        };
    }

    private static String cause(ReturnCause cause) {
        return switch (cause) {
            case GAGGING_CLAUSE -> " for a clause that prevents disclosures";
            case WHISTLEBLOWING_STATEMENT -> " for not stating the right to disclose";
            case EMPLOYEE_NOT_INFORMED -> " because the employee was not informed";
            case PAYMENT -> " for its payment";
            case OTHER -> "";
        };
    }
}
