package org.ccgledger.command.registry;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import org.ccgledger.command.boundaries.Claims;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.registry.Group.Authorised;
import org.ccgledger.command.registry.Group.Established;
import org.ccgledger.command.registry.Group.NotAuthorised;
import org.ccgledger.command.registry.RegistryCommand.EstablishCCG;
import org.ccgledger.command.registry.RegistryCommand.ImportReferenceCCG;
import org.ccgledger.command.registry.RegistryCommand.RecordPopulation;
import org.ccgledger.command.registry.RegistryRefusal.CodeInUse;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;
import org.ccgledger.events.registry.RegistryEvent.PopulationRecorded;
import org.ccgledger.events.registry.RegistryEvent.ReferenceCCGImported;

/// That a group exists, under which code, and for how many people.
final class Register {

    private Register() {}

    static Decision establish(EstablishCCG command, Group state, Context context) {
        return switch (state) {
            case NotAuthorised _ -> notFound(command.ccg() + " has not been authorised");
            case Established _ -> unchanged();
            case Authorised(_, var grant) ->
                    isAnothers(command.ccg(), grant.name(), context)
                            ? refuse(codeInUse(command.ccg(), context))
                            : accept(established(grant, context));
        };
    }

    private static CCGEstablished established(CCGAuthorised grant, Context context) {
        return new CCGEstablished(
                grant.ccg(),
                grant.ons(),
                grant.name(),
                grant.areaTeam(),
                grant.area(),
                grant.members(),
                grant.constitution(),
                context.effectiveOn());
    }

    /// A row that differs in anything but the name is the register's newer word on the same group.
    static Decision importReference(ImportReferenceCCG command, Group state, Context context) {
        if (isAnothers(command.ccg(), command.name(), context)) {
            return refuse(codeInUse(command.ccg(), context));
        }
        ReferenceCCGImported imported =
                new ReferenceCCGImported(
                        command.ccg(),
                        command.ons(),
                        command.name(),
                        command.areaTeam(),
                        command.region(),
                        command.source(),
                        context.effectiveOn());
        return state.facts().imports().stream().anyMatch(before -> isSame(before, imported))
                ? unchanged()
                : accept(imported);
    }

    private static boolean isSame(ReferenceCCGImported before, ReferenceCCGImported now) {
        return before.ons().equals(now.ons())
                && before.areaTeam().equals(now.areaTeam())
                && before.region().equals(now.region())
                && before.source().equals(now.source());
    }

    static Decision population(RecordPopulation command, Group state, Context context) {
        if (Claims.namesUnder(command.ccg(), context.reads()).isEmpty()) {
            return notFound("No group is known under " + command.ccg());
        }
        return state.facts().populations().stream().anyMatch(before -> isSame(before, command))
                ? unchanged()
                : accept(
                        new PopulationRecorded(
                                command.ccg(),
                                command.basis(),
                                command.heads(),
                                command.asAt(),
                                context.effectiveOn()));
    }

    private static boolean isSame(PopulationRecorded before, RecordPopulation now) {
        return before.basis() == now.basis()
                && before.heads() == now.heads()
                && before.asAt().equals(now.asAt());
    }

    private static boolean isAnothers(CcgCode ccg, String name, Context context) {
        return Claims.namesUnder(ccg, context.reads()).stream()
                .anyMatch(other -> !other.equals(name));
    }

    private static CodeInUse codeInUse(CcgCode ccg, Context context) {
        return new CodeInUse(ccg, Claims.namesUnder(ccg, context.reads()));
    }
}
