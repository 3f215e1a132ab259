package org.ccgledger.query.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.advice.AdviceEvent;
import org.ccgledger.events.advice.AdviceEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Requests for advice, the advice, and the response to it, with the reasons that were given.
@Component
final class AdviceProjector implements Projector {

    static final String NAME = "advice";

    private static final Timeline REQUEST =
            new Timeline(
                    "advice_request",
                    List.of("advice"),
                    List.of("ccg", "body", "kind", "question", "requested_on"));
    private static final Timeline GIVEN =
            new Timeline(
                    "advice_given", List.of("advice"), List.of("document", "form", "given_on"));
    private static final Timeline RESPONSE =
            new Timeline(
                    "advice_response",
                    List.of("advice"),
                    List.of("response", "reasons", "responded_on"));
    private static final Timeline OVERREACH =
            new Timeline("advice_overreach", List.of("advice"), List.of("seen_on"));

    private final QueryDatabase database;

    AdviceProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(AdviceEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        EventMetadata metadata = Projector.metadata(at);
        LocalDate day = event.effectiveOn();
        switch ((AdviceEvent) event) {
            case AdviceRequested e ->
                    REQUEST.from(
                            day,
                            at,
                            database,
                            e.advice(),
                            e.ccg(),
                            e.body(),
                            e.kind(),
                            e.question(),
                            day);
            case AdviceGiven e ->
                    GIVEN.from(day, at, database, e.advice(), e.document().title(), e.form(), day);
            case AdviceResponded e ->
                    RESPONSE.from(
                            day, at, database, e.advice(), e.response(), metadata.reasons(), day);
            case AdviceOverreach e -> OVERREACH.from(day, at, database, e.advice(), day);
        }
    }

    @Override
    public void reset() {
        List.of(REQUEST, GIVEN, RESPONSE, OVERREACH).forEach(timeline -> timeline.clear(database));
    }
}
