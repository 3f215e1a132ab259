package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.month;
import static org.ccgledger.query.sentences.Wording.on;

import org.ccgledger.events.Source;
import org.ccgledger.events.catalogue.CatalogueEvent;
import org.ccgledger.events.catalogue.CatalogueEvent.CriteriaCataloguePublished;
import org.ccgledger.events.catalogue.CatalogueEvent.WaveOpened;

final class CatalogueSentences {

    private CatalogueSentences() {}

    static String of(CatalogueEvent event) {
        return switch (event) {
            case CriteriaCataloguePublished e ->
                    on(
                            e.effectiveOn(),
                            "the Board published the edition "
                                    + e.catalogue()
                                    + " of the criteria of authorisation, with "
                                    + count(e.criteria().size(), "criterion", "criteria")
                                    + placeholders(e));
            case WaveOpened e ->
                    on(
                            e.effectiveOn(),
                            "the Board opened wave "
                                    + e.number()
                                    + " against the edition "
                                    + e.catalogue()
                                    + " of the criteria, with applications due by "
                                    + day(e.submissionDeadline())
                                    + " and decisions planned for "
                                    + month(e.plannedDecisionMonth())
                                    + planned(e));
        };
    }

    private static String placeholders(CriteriaCataloguePublished e) {
        long synthetic =
                e.criteria().stream()
                        .filter(c -> c.source().standing() == Source.Standing.SYNTHETIC)
                        .count();
        return synthetic == 0
                ? ""
                : ", " + synthetic + " of them placeholders for texts that are not known";
    }

    private static String planned(WaveOpened e) {
        Integer planned = e.plannedApplications();
        return planned == null ? "" : "; " + count(planned, "application") + " planned";
    }
}
