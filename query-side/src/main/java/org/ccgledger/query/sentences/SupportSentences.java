package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.period;
import static org.ccgledger.query.sentences.Wording.pounds;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.support.SupportEvent;
import org.ccgledger.events.support.SupportEvent.*;
import org.ccgledger.events.support.SupportProviderKind;

final class SupportSentences {

    private SupportSentences() {}

    static String of(SupportEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups));
    }

    private static String what(SupportEvent event, GroupNames groups) {
        return switch (event) {
            case BackstopPeriodSet e ->
                    "the Board undertook to stand in for commissioning support from "
                            + day(e.from())
                            + " until "
                            + day(e.until())
                            + ", as stated in "
                            + quoted(e.source().citation());
            case CommissioningSupportChosen e ->
                    groups.of(e.ccg())
                            + " chose "
                            + body(e.provider(), groups)
                            + ", "
                            + kind(e.providerKind())
                            + ", to support it in "
                            + e.service().value().replace('-', ' ')
                            + " "
                            + period(e.period())
                            + " for "
                            + pounds(e.cost())
                            + " a year, in arrangement "
                            + e.support();
            case CommissioningSupportEnded e ->
                    groups.of(e.ccg())
                            + " ended support arrangement "
                            + e.support()
                            + " with "
                            + day(e.endsOn())
                            + (e.successor() == null
                                    ? ""
                                    : ", after which " + e.successor() + " takes its place");
            case BackstopSuccessionRisk e ->
                    groups.of(e.ccg())
                            + " had nothing to follow support arrangement "
                            + e.support()
                            + " in "
                            + e.service().value().replace('-', ' ')
                            + ", which the Board stands in for until "
                            + day(e.endsOn());
        };
    }

    private static String kind(SupportProviderKind kind) {
        return switch (kind) {
            case IN_HOUSE -> "in house";
            case SHARED_CCG -> "sharing its service";
            case CSU_BACKSTOP -> "for which the Board stands in";
            case SOCIAL_ENTERPRISE -> "a social enterprise";
            case INDEPENDENT -> "a private company";
            case LOCAL_AUTHORITY -> "a local authority";
        };
    }
}
