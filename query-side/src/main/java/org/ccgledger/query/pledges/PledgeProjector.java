package org.ccgledger.query.pledges;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.pledges.PledgeEvent;
import org.ccgledger.events.pledges.PledgeEvent.PledgeEvidenceLinked;
import org.ccgledger.events.pledges.PledgeEvent.PledgeRecorded;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Promises that were made to groups, and what bears on them.
@Component
final class PledgeProjector implements Projector {

    static final String NAME = "pledges";

    private static final Timeline PLEDGE =
            new Timeline(
                    "pledge",
                    List.of("pledge"),
                    List.of("made_by", "subject", "promise", "citation", "standing", "made_on"));
    private static final Timeline EVIDENCE =
            new Timeline(
                    "pledge_evidence",
                    List.of("pledge", "stream", "version"),
                    List.of("bearing", "reasons"));

    private final QueryDatabase database;

    PledgeProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(PledgeEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        EventMetadata metadata = Projector.metadata(at);
        LocalDate day = event.effectiveOn();
        switch ((PledgeEvent) event) {
            case PledgeRecorded e ->
                    PLEDGE.from(
                            day,
                            at,
                            database,
                            e.pledge(),
                            e.by(),
                            e.subject(),
                            e.text(),
                            e.source().citation(),
                            e.source().standing(),
                            day);
            case PledgeEvidenceLinked e ->
                    EVIDENCE.from(
                            day,
                            at,
                            database,
                            e.pledge(),
                            e.entry().stream(),
                            e.entry().version(),
                            e.bearing(),
                            metadata.reasons());
        }
    }

    @Override
    public void reset() {
        List.of(PLEDGE, EVIDENCE).forEach(timeline -> timeline.clear(database));
    }
}
