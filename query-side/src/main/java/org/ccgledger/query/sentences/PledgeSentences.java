package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.pledges.PledgeEvent;
import org.ccgledger.events.pledges.PledgeEvent.PledgeEvidenceLinked;
import org.ccgledger.events.pledges.PledgeEvent.PledgeRecorded;

final class PledgeSentences {

    private PledgeSentences() {}

    static String of(PledgeEvent event, GroupNames groups) {
        return on(
                event.effectiveOn(),
                switch (event) {
                    case PledgeRecorded e ->
                            body(e.by(), groups)
                                    + " pledged about "
                                    + quoted(e.subject())
                                    + ": "
                                    + quoted(e.text());
                    case PledgeEvidenceLinked e ->
                            "entry "
                                    + e.entry().version()
                                    + " of "
                                    + e.entry().stream()
                                    + switch (e.bearing()) {
                                        case SUPPORTS -> " was found to bear out pledge ";
                                        case CONTRADICTS -> " was found to go against pledge ";
                                    }
                                    + e.pledge();
                });
    }
}
