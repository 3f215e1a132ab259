package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.ExpressionSentences.level;
import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.functions;
import static org.ccgledger.query.sentences.Wording.on;

import org.ccgledger.events.cocommissioning.CoCommissioningEvent;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.*;

final class CoCommissioningSentences {

    private CoCommissioningSentences() {}

    static String of(CoCommissioningEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups.of(event.ccg()), groups));
    }

    private static String what(CoCommissioningEvent event, String group, GroupNames groups) {
        return switch (event) {
            case CoCommissioningApplied e ->
                    group
                            + " applied for "
                            + level(e.level())
                            + " in the round "
                            + e.round()
                            + ", as "
                            + e.application()
                            + ", with the constitution as varied by "
                            + e.constitutionVariation();
            case CoCommissioningApproved e ->
                    "the Board approved application "
                            + e.application()
                            + " of "
                            + group
                            + " for "
                            + level(e.level());
            case CoCommissioningConditionallyApproved e ->
                    "the Board approved application "
                            + e.application()
                            + " of "
                            + group
                            + " for "
                            + level(e.level())
                            + " on "
                            + count(e.conditions().size(), "condition")
                            + ": "
                            + Wording.and(e.conditions().stream().map(Wording::quoted).toList());
            case CoCommissioningDeclined e ->
                    "the Board declined application "
                            + e.application()
                            + " of "
                            + group
                            + " for "
                            + level(e.level());
            case ApprovalConditionMet e ->
                    group
                            + " met condition "
                            + e.condition()
                            + " of the approval of "
                            + e.application()
                            + ", which left "
                            + count(e.open(), "condition")
                            + " open";
            case DelegationAgreed e ->
                    group
                            + " and the Board signed an agreement to delegate "
                            + functions(e.functions())
                            + " from "
                            + day(e.from())
                            + (e.reserved().isEmpty()
                                    ? ""
                                    : ", with " + functions(e.reserved()) + " reserved");
            case DelegationWentLive e ->
                    group + " took on " + functions(e.functions()) + " from the Board";
            case JointArrangementStarted e ->
                    group
                            + " began to commission primary care jointly with the Board, by joint"
                            + " committee "
                            + e.jointCommittee();
            case CoCommissioningTakenOver e ->
                    group
                            + " took the place of "
                            + groups.of(e.from())
                            + switch (e.level()) {
                                case GREATER_INVOLVEMENT ->
                                        " in greater involvement with the Board";
                                case JOINT ->
                                        " in commissioning primary care jointly with the Board";
                                case DELEGATED ->
                                        " in exercising, for the Board, "
                                                + functions(e.functions());
                            };
            case JointArrangementEnded e ->
                    group
                            + " ceased to commission primary care by joint committee "
                            + e.jointCommittee();
            case GreaterInvolvementStarted _ ->
                    group + " began to be more involved in the commissioning of primary care";
            case DelegationNoticeGiven e ->
                    group
                            + " gave notice that its delegation ends on "
                            + day(e.endsOn())
                            + (e.boardConsents() ? ", with the consent of the Board" : "");
            case DelegationEnded _ -> "the delegation to " + group + " ended by its notice";
            case DelegationAssuranceLost e ->
                    "assurance of the delegation to " + group + " was lost by audit " + e.audit();
            case AssuranceBlockOverridden e ->
                    "the Board let "
                            + group
                            + " decide until "
                            + day(e.until())
                            + " despite audit "
                            + e.audit();
            case DelegationAgreementRevoked e ->
                    "the Board revoked "
                            + (e.wasLive() ? "the delegation to " : "the agreement to delegate to ")
                            + group;
        };
    }
}
