package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.advice.AdviceEvent;
import org.ccgledger.events.advice.AdviceEvent.*;

final class AdviceSentences {

    private AdviceSentences() {}

    static String of(AdviceEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups));
    }

    private static String what(AdviceEvent event, GroupNames groups) {
        String group = groups.of(event.ccg());
        return switch (event) {
            case AdviceRequested e ->
                    group
                            + " asked "
                            + body(e.body(), groups)
                            + " for advice "
                            + e.advice()
                            + ": "
                            + quoted(e.question());
            case AdviceGiven e ->
                    body(e.body(), groups)
                            + " gave "
                            + group
                            + switch (e.form()) {
                                case OPINION -> " its opinion";
                                case RECOMMENDATION -> " its recommendation";
                                case INSTRUCTION -> " an instruction";
                            }
                            + " as advice "
                            + e.advice()
                            + ", in "
                            + quoted(e.document());
            case AdviceResponded e ->
                    group
                            + switch (e.response()) {
                                case ACCEPTED -> " accepted advice ";
                                case PARTLY_ACCEPTED -> " accepted a part of advice ";
                                case NOT_ACCEPTED -> " did not accept advice ";
                            }
                            + e.advice();
            case AdviceOverreach e ->
                    body(e.body(), groups)
                            + " told "
                            + group
                            + " what to do, in advice "
                            + e.advice();
        };
    }
}
