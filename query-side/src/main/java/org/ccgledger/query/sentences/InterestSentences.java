package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.on;

import org.ccgledger.events.interests.DeclarantClass;
import org.ccgledger.events.interests.InterestCategory;
import org.ccgledger.events.interests.InterestEvent;
import org.ccgledger.events.interests.InterestEvent.*;
import org.ccgledger.events.interests.InterestTerms;

/// Says in which class somebody declares, and not who or in what they have an interest.
final class InterestSentences {

    private InterestSentences() {}

    static String of(InterestEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups.of(event.ccg()), groups));
    }

    private static String what(InterestEvent event, String group, GroupNames groups) {
        return switch (event) {
            case InterestDeclared e ->
                    who(e.declarant()) + " of " + group + " declared " + interest(e.terms());
            case InterestDeclaredLate e ->
                    "an interest was declared to "
                            + group
                            + " that was to be declared by "
                            + day(e.dueOn());
            case NilInterestsDeclared e ->
                    who(e.declarant()) + " of " + group + " declared to have no interests";
            case InterestAmended e ->
                    "a declaration to " + group + " was amended to " + interest(e.terms());
            case InterestEnded e ->
                    "an interest declared to " + group + " was ended as of " + day(e.until());
            case InterestsCarriedForward e ->
                    count(e.interests().size(), "interest")
                            + " declared to "
                            + groups.of(e.from())
                            + " went on as declared to "
                            + group
                            + ", to be declared anew by "
                            + day(e.redeclareBy());
            case InterestConfirmed _ ->
                    "a declaration to "
                            + group
                            + " was confirmed, with what is done about the risk";
            case PublicationWithheld _ ->
                    "an interest declared to " + group + " was withheld from publication";
        };
    }

    private static String who(DeclarantClass declarant) {
        return switch (declarant) {
            case MEMBER -> "a member";
            case GOVERNING_BODY_MEMBER -> "a member of the governing body";
            case COMMITTEE_MEMBER -> "a member of a committee";
            case EMPLOYEE -> "an employee";
        };
    }

    private static String interest(InterestTerms terms) {
        return (terms.indirect() ? "an indirect " : "a ") + category(terms.category());
    }

    private static String category(InterestCategory category) {
        return switch (category) {
            case FINANCIAL -> "financial interest";
            case NON_FINANCIAL_PROFESSIONAL -> "non-financial professional interest";
            case NON_FINANCIAL_PERSONAL -> "non-financial personal interest";
        };
    }
}
