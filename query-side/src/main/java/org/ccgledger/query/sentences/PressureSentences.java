package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.pressure.PressureEvent;
import org.ccgledger.events.pressure.PressureEvent.PressureReported;
import org.ccgledger.events.pressure.PressureEvent.PressureResolved;

final class PressureSentences {

    private PressureSentences() {}

    static String of(PressureEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups));
    }

    private static String what(PressureEvent event, GroupNames groups) {
        return switch (event) {
            case PressureReported e ->
                    groups.of(e.ccg())
                            + " reported pressure from "
                            + body(e.from(), groups)
                            + " about "
                            + quoted(e.subject())
                            + (e.jointCommittee() == null
                                    ? ""
                                    : " and joint committee " + e.jointCommittee())
                            + ": "
                            + quoted(e.narrative());
            case PressureResolved e ->
                    groups.of(e.ccg())
                            + switch (e.decision()) {
                                case RESISTED -> " resisted the pressure of report ";
                                case ACCEPTED_FREELY ->
                                        " freely did what it had been pressed to in report ";
                            }
                            + e.pressure();
        };
    }
}
