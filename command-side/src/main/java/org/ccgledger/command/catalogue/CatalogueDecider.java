package org.ccgledger.command.catalogue;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.Objects;
import org.ccgledger.command.boundaries.Catalogues;
import org.ccgledger.command.catalogue.CatalogueCommand.OpenWave;
import org.ccgledger.command.catalogue.CatalogueCommand.PublishCriteriaCatalogue;
import org.ccgledger.command.catalogue.CatalogueRefusal.CatalogueAlreadyPublished;
import org.ccgledger.command.catalogue.CatalogueRefusal.CatalogueSizeMismatch;
import org.ccgledger.command.catalogue.CatalogueRefusal.WaveExists;
import org.ccgledger.command.catalogue.Edition.None;
import org.ccgledger.command.catalogue.Edition.Opened;
import org.ccgledger.command.catalogue.Edition.Published;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.catalogue.CatalogueEvent;
import org.ccgledger.events.catalogue.CatalogueEvent.CriteriaCataloguePublished;
import org.ccgledger.events.catalogue.CatalogueEvent.WaveOpened;

/// Decides on editions of the criteria and on waves. The boundary is one edition, or one wave.
public final class CatalogueDecider {

    /// The decisions of the catalogue.
    public static final Decider<CatalogueCommand, ?> DECIDER =
            Decider.of(CatalogueCommand.class, CatalogueDecider::stream)
                    .<Edition, CatalogueEvent>state(
                            new None(), CatalogueEvent.class, Edition::evolve)
                    .deciding(CatalogueDecider::decide);

    private static final CatalogueVersion FINAL = new CatalogueVersion("final-2012");
    private static final int FINAL_SIZE = 119;

    private CatalogueDecider() {}

    private static StreamName stream(CatalogueCommand command) {
        return switch (command) {
            case PublishCriteriaCatalogue publish -> StreamName.catalogue(publish.catalogue());
            case OpenWave open -> StreamName.wave(open.number());
        };
    }

    private static Decision decide(CatalogueCommand command, Edition state, Context context) {
        return switch (command) {
            case PublishCriteriaCatalogue publish -> publish(publish, state, context);
            case OpenWave open -> open(open, state, context);
        };
    }

    private static Decision publish(
            PublishCriteriaCatalogue command, Edition state, Context context) {
        return switch (state) {
            case Published(var before) ->
                    before.criteria().equals(command.criteria())
                            ? unchanged()
                            : refuse(
                                    new CatalogueAlreadyPublished(
                                            command.catalogue(), before.effectiveOn()));
            case None _, Opened _ ->
                    command.catalogue().equals(FINAL) && command.criteria().size() != FINAL_SIZE
                            ? refuse(
                                    new CatalogueSizeMismatch(
                                            command.criteria().size(), FINAL_SIZE))
                            : accept(
                                    new CriteriaCataloguePublished(
                                            command.catalogue(),
                                            command.criteria(),
                                            context.effectiveOn()));
        };
    }

    private static Decision open(OpenWave command, Edition state, Context context) {
        if (Catalogues.criteria(command.catalogue(), context.reads()).isEmpty()) {
            return notFound("No catalogue " + command.catalogue() + " has been published");
        }
        return switch (state) {
            case Opened(var before) ->
                    isSame(command, before)
                            ? unchanged()
                            : refuse(new WaveExists(before.number(), before.effectiveOn()));
            case None _, Published _ ->
                    accept(
                            new WaveOpened(
                                    command.number(),
                                    command.submissionDeadline(),
                                    command.plannedDecisionMonth(),
                                    command.catalogue(),
                                    command.plannedApplications(),
                                    context.effectiveOn()));
        };
    }

    private static boolean isSame(OpenWave command, WaveOpened before) {
        return command.submissionDeadline().equals(before.submissionDeadline())
                && command.plannedDecisionMonth().equals(before.plannedDecisionMonth())
                && command.catalogue().equals(before.catalogue())
                && Objects.equals(command.plannedApplications(), before.plannedApplications());
    }
}
