package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.function;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.period;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.BodyRef;
import org.ccgledger.events.procurement.ContractEndCause;
import org.ccgledger.events.procurement.MonitorFinding;
import org.ccgledger.events.procurement.ProcurementEvent;
import org.ccgledger.events.procurement.ProcurementEvent.*;
import org.ccgledger.events.procurement.ProcurementRoute;
import org.jspecify.annotations.Nullable;

final class ProcurementSentences {

    private ProcurementSentences() {}

    static String of(ProcurementEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups.of(event.ccg()), groups));
    }

    private static String what(ProcurementEvent event, String group, GroupNames groups) {
        return switch (event) {
            case ServiceNeedIdentified e ->
                    group
                            + " identified a need for "
                            + quoted(e.service())
                            + " within "
                            + function(e.function())
                            + (e.weakness() == null ? "" : ", since " + quoted(e.weakness()));
            case ProcurementRouteDecided e ->
                    group
                            + " decided "
                            + route(e.route(), e.provider(), groups)
                            + " for procurement "
                            + e.procurement();
            case OpportunityAdvertised e ->
                    group + " advertised procurement " + e.procurement() + " at " + quoted(e.url());
            case BidRecorded e ->
                    body(e.provider(), groups)
                            + ", "
                            + quoted(e.providerName())
                            + ", made "
                            + group
                            + " an offer in procurement "
                            + e.procurement();
            case BidEvaluated e ->
                    "the offer of "
                            + body(e.provider(), groups)
                            + " in procurement "
                            + e.procurement()
                            + " was judged with "
                            + e.score().toPlainString()
                            + " for "
                            + group;
            case ContractAwarded e ->
                    group
                            + " awarded "
                            + body(e.award().provider(), groups)
                            + " a contract for "
                            + quoted(e.award().services())
                            + " worth £"
                            + e.award().amount()
                            + " "
                            + period(e.award().period())
                            + " in procurement "
                            + e.procurement()
                            + "; "
                            + count(
                                    e.conflicts().size(),
                                    "conflict of interest was",
                                    "conflicts of interest were")
                            + " ruled on";
            case AwardPublished e ->
                    group
                            + " published the contract with "
                            + body(e.provider(), groups)
                            + " of procurement "
                            + e.procurement()
                            + " in "
                            + quoted(e.publication());
            case ContractVaried e ->
                    group
                            + " varied the contract with "
                            + body(e.provider(), groups)
                            + " of procurement "
                            + e.procurement()
                            + " to £"
                            + e.amount()
                            + " "
                            + period(e.period())
                            + ": "
                            + quoted(e.change());
            case ContractEnded e ->
                    group
                            + " recorded that the contract with "
                            + body(e.provider(), groups)
                            + " of procurement "
                            + e.procurement()
                            + " ends on "
                            + day(e.lastDay())
                            + cause(e.cause());
            case ProcurementNovated e ->
                    "procurement "
                            + e.procurement()
                            + " passed from "
                            + group
                            + " to "
                            + body(e.successor(), groups);
            case CompetitionComplaintRecorded e ->
                    body(e.by(), groups)
                            + " complained to Monitor about procurement "
                            + e.procurement()
                            + " of "
                            + group
                            + ": "
                            + quoted(e.text());
            case MonitorFindingRecorded e ->
                    "Monitor "
                            + finding(e.finding())
                            + " in procurement "
                            + e.procurement()
                            + " of "
                            + group
                            + ": "
                            + quoted(e.text());
        };
    }

    private static String route(
            ProcurementRoute route, @Nullable BodyRef provider, GroupNames groups) {
        String whom = provider == null ? "one provider" : body(provider, groups);
        return switch (route) {
            case CONTINUE_EXISTING -> "to continue with " + whom;
            case SINGLE_CAPABLE -> "on " + whom + " as alone capable";
            case NHS_ONLY_COMPETITION -> "on competition between NHS bodies";
            case OPEN_COMPETITION -> "on open competition";
            case ANY_QUALIFIED_PROVIDER -> "on contracts with any qualified provider";
        };
    }

    private static String cause(ContractEndCause cause) {
        return switch (cause) {
            case EXPIRED -> " with its term";
            case TERMINATED_BY_GROUP -> ", terminated by the group";
            case TERMINATED_BY_PROVIDER -> ", terminated by the provider";
            case BY_AGREEMENT -> " by agreement";
        };
    }

    private static String finding(MonitorFinding finding) {
        return switch (finding) {
            case NO_BREACH -> "found no breach of the rules on competition";
            case BREACH -> "found a breach of the rules on competition";
            case UNDERTAKINGS_ACCEPTED -> "accepted undertakings";
        };
    }
}
