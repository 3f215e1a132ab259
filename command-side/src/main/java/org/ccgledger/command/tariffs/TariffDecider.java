package org.ccgledger.command.tariffs;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import org.ccgledger.command.boundaries.Operation;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.tariffs.TariffCommand.*;
import org.ccgledger.command.tariffs.TariffRefusal.*;
import org.ccgledger.command.tariffs.Variation.Agreed;
import org.ccgledger.command.tariffs.Variation.Approved;
import org.ccgledger.command.tariffs.Variation.NotProposed;
import org.ccgledger.command.tariffs.Variation.Proposed;
import org.ccgledger.command.tariffs.Variation.Published;
import org.ccgledger.command.tariffs.Variation.Refused;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.tariffs.TariffChangeKind;
import org.ccgledger.events.tariffs.TariffEvent;
import org.ccgledger.events.tariffs.TariffEvent.*;

/// Decides on local changes of the national tariff. The boundary is one change.
public final class TariffDecider {

    /// The decisions on the tariff.
    public static final Decider<TariffCommand, ?> DECIDER =
            Decider.of(
                            TariffCommand.class,
                            command -> StreamName.tariffVariation(command.variation()))
                    .<Variation, TariffEvent>state(
                            new NotProposed(), TariffEvent.class, Variation::evolve)
                    .deciding(TariffDecider::decide);

    private TariffDecider() {}

    private static Decision decide(TariffCommand command, Variation state, Context context) {
        return switch (command) {
            case ProposeTariffVariation propose -> propose(propose, state, context);
            case TariffCommand _ when !isOf(command, state) ->
                    notFound(command.ccg() + " has not proposed " + command.variation());
            case AgreeTariffVariation agree -> agree(agree, state, context);
            case PublishTariffVariation publish -> publish(publish, state, context);
            case RecordMonitorApproval approval -> approve(approval, state, context);
            case RecordVariationOverdue overdue -> overdue(overdue, state, context);
        };
    }

    private static boolean isOf(TariffCommand command, Variation state) {
        return state.proposal().filter(terms -> terms.ccg().equals(command.ccg())).isPresent();
    }

    private static Decision propose(
            ProposeTariffVariation command, Variation state, Context context) {
        TariffVariationProposed proposed =
                new TariffVariationProposed(
                        command.variation(),
                        command.ccg(),
                        command.provider(),
                        command.service(),
                        command.kind(),
                        command.change(),
                        command.purpose(),
                        command.period(),
                        context.effectiveOn());
        if (state.proposal().filter(proposed::equals).isPresent()) {
            return unchanged();
        }
        if (!Operation.isOperational(command.ccg(), context.effectiveOn(), context.reads())) {
            return refuse(new CCGNotOperational(command.ccg(), context.effectiveOn()));
        }
        if (!context.hasReasons()) {
            return refuse(new ReasonsRequired());
        }
        LocalDate from = command.period().from();
        LocalDate until = command.period().until();
        if (until != null && until.isBefore(from)) {
            return refuse(new InvalidPeriod(from, until));
        }
        return state instanceof NotProposed
                ? accept(proposed)
                : refuse(new CodeInUse(command.variation()));
    }

    private static Decision agree(AgreeTariffVariation command, Variation state, Context context) {
        return switch (state) {
            case Proposed(var terms) ->
                    terms.provider().equals(command.provider())
                            ? accept(
                                    new TariffVariationAgreed(
                                            command.variation(),
                                            command.ccg(),
                                            command.provider(),
                                            context.effectiveOn()))
                            : notFound(
                                    command.variation()
                                            + " was not proposed to "
                                            + command.provider());
            case Agreed _, Approved _, Published _ -> unchanged();
            case Refused(_, var since) -> refuse(new AlreadyDecided(since));
            case NotProposed _ -> notFound("Nothing was proposed");
        };
    }

    private static Decision publish(
            PublishTariffVariation command, Variation state, Context context) {
        TariffVariationPublished published =
                new TariffVariationPublished(
                        command.variation(),
                        command.ccg(),
                        command.statement(),
                        command.submittedOn(),
                        context.effectiveOn());
        LocalDate submittedOn = command.submittedOn();
        return switch (state) {
            case NotProposed _ -> notFound("Nothing was proposed");
            case Proposed(var terms) -> refuse(new ProviderAgreementMissing(terms.provider()));
            case Agreed(var terms, _, _) when terms.kind() == TariffChangeKind.MODIFICATION ->
                    refuse(new MonitorApprovalRequired(command.variation()));
            case Refused _ -> refuse(new MonitorApprovalRequired(command.variation()));
            case Published(_, var last) when last.equals(published) -> unchanged();
            case Agreed _, Approved _, Published _ ->
                    submittedOn != null && submittedOn.isAfter(context.effectiveOn())
                            ? refuse(new InvalidPeriod(submittedOn, context.effectiveOn()))
                            : accept(published);
        };
    }

    private static Decision approve(
            RecordMonitorApproval command, Variation state, Context context) {
        boolean isVariation =
                state.proposal()
                        .filter(terms -> terms.kind() == TariffChangeKind.VARIATION)
                        .isPresent();
        if (isVariation) {
            return refuse(new ApprovalNotNeeded(command.variation()));
        }
        return switch (state) {
            case NotProposed _ -> notFound("Nothing was proposed");
            case Proposed(var terms) -> refuse(new ProviderAgreementMissing(terms.provider()));
            case Agreed _ -> accept(decided(command, context.effectiveOn()));
            case Approved(_, var since, _) ->
                    command.approved() ? unchanged() : refuse(new AlreadyDecided(since));
            case Refused(_, var since) ->
                    command.approved() ? refuse(new AlreadyDecided(since)) : unchanged();
            case Published(_, var last) ->
                    command.approved()
                            ? unchanged()
                            : refuse(new AlreadyDecided(last.effectiveOn()));
        };
    }

    private static TariffEvent decided(RecordMonitorApproval command, LocalDate on) {
        return command.approved()
                ? new TariffModificationApproved(
                        command.variation(), command.ccg(), command.decision(), on)
                : new TariffModificationRefused(
                        command.variation(), command.ccg(), command.decision(), on);
    }

    @Upholds(
            id = "L2",
            title = "A variation that is not published within 30 days is overdue, and seen")
    private static Decision overdue(
            RecordVariationOverdue command, Variation state, Context context) {
        return state.awaitsPublicationSince()
                .map(since -> since.plusDays(RecordVariationOverdue.DAYS_TO_PUBLISH))
                .filter(due -> context.effectiveOn().isAfter(due))
                .map(due ->
                        accept(
                                new VariationPublicationOverdue(
                                        command.variation(),
                                        command.ccg(),
                                        due,
                                        context.effectiveOn())))
                .orElseGet(Decision::unchanged);
    }
}
