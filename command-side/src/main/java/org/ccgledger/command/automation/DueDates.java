package org.ccgledger.command.automation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ccgledger.command.authorisation.AuthorisationCommand.CloseCommentWindow;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.EndDelegation;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.StartDelegation;
import org.ccgledger.command.conditions.ConditionCommand.RecordFullAuthorisation;
import org.ccgledger.command.conditions.ConditionCommand.RecordReviewOverdue;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.WithdrawFromJointCommittee;
import org.ccgledger.command.support.SupportCommand.RecordBackstopSuccessionRisk;
import org.ccgledger.command.tariffs.TariffCommand.RecordVariationOverdue;
import org.ccgledger.events.Authority;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.Period;
import org.ccgledger.events.SupportId;
import org.ccgledger.events.TariffVariationId;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.authorisation.AuthorisationEvent.ConditionsRecommended;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.DelegationAgreed;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.DelegationNoticeGiven;
import org.ccgledger.events.conditions.ConditionEvent.ConditionImposed;
import org.ccgledger.events.conditions.ConditionEvent.ConditionReviewDecided;
import org.ccgledger.events.directions.DirectionEvent.DirectionIssued;
import org.ccgledger.events.directions.DirectionEvent.DirectionRevoked;
import org.ccgledger.events.directions.DirectionEvent.DirectionVaried;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.WithdrawalNoticeGiven;
import org.ccgledger.events.support.SupportEvent.CommissioningSupportChosen;
import org.ccgledger.events.support.SupportEvent.CommissioningSupportEnded;
import org.ccgledger.events.support.SupportProviderKind;
import org.ccgledger.events.tariffs.TariffEvent.TariffModificationApproved;
import org.ccgledger.events.tariffs.TariffEvent.TariffVariationAgreed;
import org.jspecify.annotations.Nullable;

/// What follows from an event when a day comes. The command's own date is that day; its decider
/// checks again then.
public final class DueDates {

    /// SI 2012/1631 reg 8(6) asks for review; the Board reviewed every quarter.
    private static final int MONTHS_BETWEEN_REVIEWS = 3;

    /// How long before its end a back stop without a successor is seen.
    private static final int MONTHS_BEFORE_BACKSTOP_ENDS = 6;

    private DueDates() {}

    /// The commands that fall due, each on its effective date.
    public static List<Envelope> of(Cause cause) {
        return switch (cause.event()) {
            case ConditionsRecommended recommended ->
                    List.of(
                            cause.sends(
                                    "CloseCommentWindow",
                                    recommended.ccg().value(),
                                    new CloseCommentWindow(recommended.ccg()),
                                    recommended.commentUntil().plusDays(1),
                                    Authority.of("SI 2012/1631", "reg 8")));
            case CCGAuthorised authorised -> {
                List<Envelope> due = new ArrayList<>();
                if (!authorised.conditions().isEmpty()) {
                    due.addAll(overdue(cause, authorised.ccg(), authorised.effectiveOn()));
                }
                authorised
                        .directions()
                        .forEach(terms ->
                                due.addAll(
                                        ended(
                                                cause,
                                                authorised.ccg(),
                                                terms.direction(),
                                                terms.period())));
                yield due;
            }
            case ConditionImposed imposed -> overdue(cause, imposed.ccg(), imposed.effectiveOn());
            case ConditionReviewDecided decided when decided.remaining() > 0 ->
                    overdue(cause, decided.ccg(), decided.effectiveOn());
            case DirectionIssued issued ->
                    ended(cause, issued.ccg(), issued.terms().direction(), issued.terms().period());
            case DirectionVaried varied ->
                    ended(cause, varied.ccg(), varied.direction(), varied.period());
            case DirectionRevoked revoked ->
                    List.of(full(cause, revoked.ccg(), revoked.direction(), revoked.effectiveOn()));
            case WithdrawalNoticeGiven notice ->
                    List.of(
                            cause.sends(
                                    "WithdrawFromJointCommittee",
                                    notice.jointCommittee() + "/" + notice.member(),
                                    new WithdrawFromJointCommittee(
                                            notice.jointCommittee(),
                                            notice.member().asCcg().orElse(null)),
                                    notice.leavesOn(),
                                    Authority.of("Terms of reference", "notice to withdraw")));
            case CommissioningSupportChosen chosen
                    when chosen.providerKind() == SupportProviderKind.CSU_BACKSTOP ->
                    successionRisk(
                            cause,
                            chosen.support(),
                            chosen.ccg(),
                            chosen.period().until(),
                            chosen.effectiveOn());
            case CommissioningSupportEnded ended ->
                    successionRisk(
                            cause,
                            ended.support(),
                            ended.ccg(),
                            ended.endsOn(),
                            ended.effectiveOn());
            case DelegationAgreed agreed ->
                    List.of(
                            cause.sends(
                                    "StartDelegation",
                                    agreed.ccg().value(),
                                    new StartDelegation(agreed.ccg()),
                                    agreed.from(),
                                    Authority.of("NHS Act 2006", "s.13Z")));
            case DelegationNoticeGiven notice ->
                    List.of(
                            cause.sends(
                                    "EndDelegation",
                                    notice.ccg().value(),
                                    new EndDelegation(notice.ccg()),
                                    notice.endsOn(),
                                    Authority.of("Delegation agreement", "notice")));
            case TariffVariationAgreed agreed ->
                    List.of(
                            unpublished(
                                    cause, agreed.variation(), agreed.ccg(), agreed.effectiveOn()));
            case TariffModificationApproved approved ->
                    List.of(
                            unpublished(
                                    cause,
                                    approved.variation(),
                                    approved.ccg(),
                                    approved.effectiveOn()));
            case CcgEvent _ -> List.of();
        };
    }

    /// Not before it was decided that there is an end. Which arrangements the Board stands in for
    /// is for the decider to see.
    private static List<Envelope> successionRisk(
            Cause cause,
            SupportId support,
            CcgCode ccg,
            @Nullable LocalDate lastDay,
            LocalDate decidedOn) {
        if (lastDay == null) {
            return List.of();
        }
        LocalDate near = lastDay.minusMonths(MONTHS_BEFORE_BACKSTOP_ENDS);
        return List.of(
                cause.sends(
                        "RecordBackstopSuccessionRisk",
                        support.value(),
                        new RecordBackstopSuccessionRisk(support, ccg),
                        near.isBefore(decidedOn) ? decidedOn : near,
                        Authority.of("Policy on the back stop", "its end")));
    }

    /// A direction without a last day ends by its revocation only.
    private static List<Envelope> ended(
            Cause cause, CcgCode ccg, DirectionId direction, Period period) {
        LocalDate last = period.until();
        return last == null ? List.of() : List.of(full(cause, ccg, direction, last.plusDays(1)));
    }

    /// Whether more than the direction stands in the way is for the decider to see.
    private static Envelope full(
            Cause cause, CcgCode ccg, DirectionId direction, LocalDate endedOn) {
        return cause.sends(
                "RecordFullAuthorisation",
                direction.value(),
                new RecordFullAuthorisation(ccg),
                endedOn,
                Authority.of("SI 2012/1631", "reg 8(7)"));
    }

    /// Whether publication is awaited, and was due, is for the decider to see.
    private static Envelope unpublished(
            Cause cause, TariffVariationId variation, CcgCode ccg, LocalDate since) {
        return cause.sends(
                "RecordVariationOverdue",
                variation.value(),
                new RecordVariationOverdue(variation, ccg),
                since.plusDays(RecordVariationOverdue.DAYS_TO_PUBLISH + 1L),
                Authority.of("Health and Social Care Act 2012", "s.116(3)"));
    }

    private static List<Envelope> overdue(Cause cause, CcgCode ccg, LocalDate lastReviewedOn) {
        return List.of(
                cause.sends(
                        "RecordReviewOverdue",
                        ccg.value(),
                        new RecordReviewOverdue(ccg),
                        lastReviewedOn.plusMonths(MONTHS_BETWEEN_REVIEWS).plusDays(1),
                        Authority.of("SI 2012/1631", "reg 8(6)")));
    }
}
