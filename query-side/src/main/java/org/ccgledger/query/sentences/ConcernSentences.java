package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.on;

import org.ccgledger.events.concerns.ConcernCategory;
import org.ccgledger.events.concerns.ConcernEvent;
import org.ccgledger.events.concerns.ConcernEvent.*;
import org.ccgledger.events.concerns.ConcernOutcome;

final class ConcernSentences {

    private ConcernSentences() {}

    static String of(ConcernEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, body(event.body(), groups)));
    }

    private static String what(ConcernEvent event, String body) {
        return switch (event) {
            case ConcernRaised e ->
                    (e.anonymous() ? "an anonymous concern " : "a concern ")
                            + e.concern()
                            + " about "
                            + category(e.category())
                            + " was raised about "
                            + body;
            case ConcernClosed e ->
                    "concern "
                            + e.concern()
                            + " about "
                            + body
                            + " was closed and "
                            + outcome(e.outcome());
        };
    }

    private static String category(ConcernCategory category) {
        return switch (category) {
            case PATIENT_SAFETY -> "the safety of patients";
            case CRIMINAL_OFFENCE -> "a criminal offence";
            case LEGAL_OBLIGATION -> "a breach of a legal obligation";
            case MISCARRIAGE_OF_JUSTICE -> "a miscarriage of justice";
            case ENVIRONMENT -> "damage to the environment";
            case CONCEALMENT -> "concealment";
        };
    }

    private static String outcome(ConcernOutcome outcome) {
        return switch (outcome) {
            case UPHELD -> "upheld";
            case PARTLY_UPHELD -> "partly upheld";
            case NOT_UPHELD -> "not upheld";
        };
    }
}
