package org.ccgledger.command.registry;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.Objects;
import java.util.Optional;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.registry.Constitution.Variation.Approved;
import org.ccgledger.command.registry.Constitution.Variation.Open;
import org.ccgledger.command.registry.Constitution.Variation.Refused;
import org.ccgledger.command.registry.Group.Established;
import org.ccgledger.command.registry.RegistryCommand.ApplyToVaryConstitution;
import org.ccgledger.command.registry.RegistryCommand.DecideConstitutionVariation;
import org.ccgledger.command.registry.RegistryRefusal.AlreadyDecided;
import org.ccgledger.command.registry.RegistryRefusal.VariationAlreadyOpen;
import org.ccgledger.command.registry.RegistryRefusal.VariationNotApproved;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVariationApplied;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVariationRefused;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVaried;

/// Variations of a constitution, NHS Act 2006 s.14E.
final class Variations {

    private Variations() {}

    static Decision apply(ApplyToVaryConstitution command, Group state, Context context) {
        if (!(state instanceof Established(_, var constitution))) {
            return notEstablished(command);
        }
        Optional<ConstitutionVariationApplied> open = constitution.open();
        if (open.filter(before -> isSame(before, command)).isPresent()) {
            return unchanged();
        }
        return open.map(before -> refuse(new VariationAlreadyOpen(before.variation())))
                .orElseGet(() ->
                        accept(
                                new ConstitutionVariationApplied(
                                        command.ccg(),
                                        constitution.nextVariation(command.ccg()),
                                        command.changes(),
                                        command.document(),
                                        command.memberApproval(),
                                        context.effectiveOn())));
    }

    private static boolean isSame(
            ConstitutionVariationApplied before, ApplyToVaryConstitution now) {
        return before.changes().equals(now.changes())
                && before.document().equals(now.document())
                && before.memberApproval().equals(now.memberApproval());
    }

    static Decision decide(DecideConstitutionVariation command, Group state, Context context) {
        if (!context.actsAs(Role.BOARD_OFFICER)) {
            return refuse(new VariationNotApproved(context.actor().body()));
        }
        if (!(state instanceof Established(_, var constitution))) {
            return notEstablished(command);
        }
        return switch (constitution.variations().get(command.variation())) {
            case null ->
                    notFound(
                            "%s has not applied for %s"
                                    .formatted(command.ccg(), command.variation()));
            case Open(var application) -> decide(command, application, constitution, context);
            case Approved before when isSame(command, before) -> unchanged();
            case Refused _ when !command.approve() -> unchanged();
            case Approved _, Refused _ -> refuse(new AlreadyDecided(command.variation()));
        };
    }

    private static Decision decide(
            DecideConstitutionVariation command,
            ConstitutionVariationApplied application,
            Constitution constitution,
            Context context) {
        if (!context.hasReasons()) {
            return refuse(new ReasonsRequired());
        }
        return command.approve()
                ? accept(
                        new ConstitutionVaried(
                                command.ccg(),
                                command.variation(),
                                constitution.version() + 1,
                                Objects.requireNonNullElse(
                                        command.document(), application.document()),
                                command.permits(),
                                context.effectiveOn()))
                : accept(
                        new ConstitutionVariationRefused(
                                command.ccg(), command.variation(), context.effectiveOn()));
    }

    /// An approval that names no document approves the one applied with.
    private static boolean isSame(DecideConstitutionVariation now, Approved before) {
        DocRef document = Objects.requireNonNullElse(now.document(), before.applied());
        return now.approve()
                && document.equals(before.decision().document())
                && now.permits().equals(before.decision().permits());
    }

    private static Decision notEstablished(RegistryCommand command) {
        return notFound(command.ccg() + " has not been established");
    }
}
