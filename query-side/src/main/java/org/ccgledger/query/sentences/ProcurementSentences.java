package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.function;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.procurement.ProcurementEvent;
import org.ccgledger.events.procurement.ProcurementEvent.ServiceNeedIdentified;

final class ProcurementSentences {

    private ProcurementSentences() {}

    static String of(ProcurementEvent event, GroupNames groups) {
        return switch (event) {
            case ServiceNeedIdentified e ->
                    on(
                            e.effectiveOn(),
                            groups.of(e.ccg())
                                    + " identified a need for "
                                    + quoted(e.service())
                                    + " within "
                                    + function(e.function())
                                    + (e.weakness() == null
                                            ? ""
                                            : ", since " + quoted(e.weakness())));
        };
    }
}
