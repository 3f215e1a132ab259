package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.period;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.tariffs.TariffChangeKind;
import org.ccgledger.events.tariffs.TariffEvent;
import org.ccgledger.events.tariffs.TariffEvent.*;
import org.ccgledger.events.tariffs.TariffPurpose;

final class TariffSentences {

    private TariffSentences() {}

    static String of(TariffEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups.of(event.ccg()), groups));
    }

    private static String what(TariffEvent event, String group, GroupNames groups) {
        return switch (event) {
            case TariffVariationProposed e ->
                    group
                            + " proposed to "
                            + body(e.provider(), groups)
                            + " "
                            + kind(e.kind())
                            + " of the tariff for "
                            + quoted(e.service())
                            + " "
                            + period(e.period())
                            + purpose(e.purpose())
                            + ": "
                            + quoted(e.change());
            case TariffVariationAgreed e ->
                    body(e.provider(), groups)
                            + " agreed to change "
                            + e.variation()
                            + " of the tariff with "
                            + group;
            case TariffVariationPublished e ->
                    group
                            + " published change "
                            + e.variation()
                            + " of the tariff in "
                            + quoted(e.statement())
                            + (e.submittedOn() == null
                                    ? ""
                                    : ", submitted to Monitor on " + day(e.submittedOn()));
            case TariffModificationApproved e ->
                    "Monitor approved modification "
                            + e.variation()
                            + " of the tariff, proposed by "
                            + group;
            case TariffModificationRefused e ->
                    "Monitor refused modification "
                            + e.variation()
                            + " of the tariff, proposed by "
                            + group;
            case VariationPublicationOverdue e ->
                    group
                            + " had not published change "
                            + e.variation()
                            + " of the tariff, due by "
                            + day(e.dueOn());
        };
    }

    private static String kind(TariffChangeKind kind) {
        return switch (kind) {
            case VARIATION -> "a variation";
            case MODIFICATION -> "a modification";
        };
    }

    private static String purpose(TariffPurpose purpose) {
        return switch (purpose) {
            case INTEGRATION -> " to integrate services";
            case SERVICE_REDESIGN -> " to redesign a service";
            case OTHER -> "";
        };
    }
}
