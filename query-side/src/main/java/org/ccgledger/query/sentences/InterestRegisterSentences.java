package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.period;

import org.ccgledger.events.interestregisters.InterestRegisterEvent;
import org.ccgledger.events.interestregisters.InterestRegisterEvent.*;
import org.ccgledger.events.interestregisters.RegisterKind;

final class InterestRegisterSentences {

    private InterestRegisterSentences() {}

    static String of(InterestRegisterEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups.of(event.ccg())));
    }

    private static String what(InterestRegisterEvent event, String group) {
        return switch (event) {
            case GuardianAppointed _ -> group + " appointed its conflicts of interest guardian";
            case RegisterConfirmed e ->
                    group
                            + " confirmed its register of interests "
                            + period(e.period())
                            + " with "
                            + count(e.declarants(), "declarant")
                            + ", of whom "
                            + count(e.chased().size(), "person", "persons")
                            + " had been chased without an answer";
            case RegisterPublished e ->
                    group
                            + " published its "
                            + register(e.kind())
                            + " as at "
                            + day(e.asAt())
                            + " with "
                            + count(e.rows(), "row");
        };
    }

    private static String register(RegisterKind kind) {
        return switch (kind) {
            case INTERESTS -> "register of interests";
        };
    }
}
