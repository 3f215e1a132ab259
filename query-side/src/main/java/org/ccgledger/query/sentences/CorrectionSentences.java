package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.corrections.CorrectionEvent;
import org.ccgledger.events.corrections.CorrectionEvent.RecordCorrected;

final class CorrectionSentences {

    private CorrectionSentences() {}

    static String of(CorrectionEvent event) {
        return on(
                event.effectiveOn(),
                switch (event) {
                    case RecordCorrected e ->
                            "it was recorded that "
                                    + e.field()
                                    + " in entry "
                                    + e.entry().version()
                                    + " of "
                                    + e.entry().stream()
                                    + " should have been "
                                    + quoted(e.right())
                                    + " and not "
                                    + quoted(e.wrong());
                });
    }
}
