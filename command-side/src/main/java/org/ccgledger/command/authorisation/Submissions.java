package org.ccgledger.command.authorisation;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.List;
import java.util.Optional;
import org.ccgledger.command.authorisation.Authorisation.Decided;
import org.ccgledger.command.authorisation.Authorisation.Ended;
import org.ccgledger.command.authorisation.Authorisation.InWave;
import org.ccgledger.command.authorisation.Authorisation.Moderated;
import org.ccgledger.command.authorisation.Authorisation.NotProposed;
import org.ccgledger.command.authorisation.Authorisation.Proposed;
import org.ccgledger.command.authorisation.Authorisation.Recommended;
import org.ccgledger.command.authorisation.Authorisation.Undecided;
import org.ccgledger.command.authorisation.Authorisation.UnderAssessment;
import org.ccgledger.command.authorisation.Authorisation.Wave;
import org.ccgledger.command.authorisation.AuthorisationCommand.AssignToWave;
import org.ccgledger.command.authorisation.AuthorisationCommand.DeferApplication;
import org.ccgledger.command.authorisation.AuthorisationCommand.SubmitApplication;
import org.ccgledger.command.authorisation.AuthorisationRefusal.AlreadyModerated;
import org.ccgledger.command.authorisation.AuthorisationRefusal.AlreadySubmitted;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ApplicationIncomplete;
import org.ccgledger.command.authorisation.AuthorisationRefusal.WaveDeadlinePassed;
import org.ccgledger.command.authorisation.AuthorisationRefusal.WaveNotLater;
import org.ccgledger.command.boundaries.Catalogues;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationDeferred;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationSubmitted;
import org.ccgledger.events.authorisation.AuthorisationEvent.AssignedToWave;
import org.ccgledger.events.catalogue.CatalogueEvent.WaveOpened;

/// From the proposal to the submission: in which wave an application comes, and with what.
final class Submissions {

    private Submissions() {}

    static Decision assign(AssignToWave command, Authorisation state, Context context) {
        if (!(state instanceof Undecided open)) {
            return AuthorisationDecider.over(state, command.ccg());
        }
        if (waveOf(open).filter(now -> now.number() == command.wave()).isPresent()) {
            return unchanged();
        }
        return switch (open) {
            case Proposed _, InWave _ ->
                    Catalogues.wave(command.wave(), context.reads())
                            .map(wave ->
                                    accept(
                                            new AssignedToWave(
                                                    command.ccg(),
                                                    command.wave(),
                                                    wave.catalogue(),
                                                    context.effectiveOn())))
                            .orElseGet(() -> notOpened(command.wave()));
            case UnderAssessment(_, var wave, _) -> refuse(new AlreadySubmitted(wave.number()));
            case Moderated(_, var wave, _) -> refuse(new AlreadyModerated(wave.number()));
            case Recommended(_, var wave, _, _, _) -> refuse(new AlreadyModerated(wave.number()));
        };
    }

    private static Decision notOpened(int wave) {
        return notFound("Wave " + wave + " has not been opened");
    }

    static Decision submit(SubmitApplication command, Authorisation state, Context context) {
        return switch (state) {
            case NotProposed _, Decided _, Ended _ ->
                    AuthorisationDecider.over(state, command.ccg());
            case Proposed _ -> refuse(new ApplicationIncomplete(List.of("wave")));
            case InWave(_, var wave) -> submit(command, wave, context);
            case UnderAssessment _, Moderated _, Recommended _ -> unchanged();
        };
    }

    private static Decision submit(SubmitApplication command, Wave wave, Context context) {
        List<DocRef> documents = command.documents();
        DocRef selfCertification = command.selfCertification();
        if (documents == null || documents.isEmpty() || selfCertification == null) {
            return refuse(
                    new ApplicationIncomplete(
                            Proposals.missing(
                                    "documents",
                                    documents == null || documents.isEmpty() ? null : documents,
                                    "selfCertification",
                                    selfCertification)));
        }
        Optional<WaveOpened> opened = Catalogues.wave(wave.number(), context.reads());
        return opened.filter(o -> context.effectiveOn().isAfter(o.submissionDeadline()))
                .map(o -> refuse(new WaveDeadlinePassed(wave.number(), o.submissionDeadline())))
                .orElseGet(() ->
                        accept(
                                new ApplicationSubmitted(
                                        command.ccg(),
                                        wave.number(),
                                        documents,
                                        selfCertification,
                                        context.effectiveOn())));
    }

    static Decision defer(DeferApplication command, Authorisation state, Context context) {
        if (!(state instanceof Undecided open)) {
            return AuthorisationDecider.over(state, command.ccg());
        }
        return switch (open) {
            case Proposed _, InWave _, UnderAssessment _ -> defer(command, open, context);
            case Moderated(_, var wave, _) -> refuse(new AlreadyModerated(wave.number()));
            case Recommended(_, var wave, _, _, _) -> refuse(new AlreadyModerated(wave.number()));
        };
    }

    private static Decision defer(DeferApplication command, Undecided open, Context context) {
        int present = waveOf(open).map(Wave::number).orElse(0);
        return Catalogues.wave(command.toWave(), context.reads())
                .map(wave ->
                        command.toWave() > present
                                ? accept(
                                        new ApplicationDeferred(
                                                command.ccg(),
                                                present,
                                                command.toWave(),
                                                wave.catalogue(),
                                                context.effectiveOn()))
                                : refuse(new WaveNotLater(present)))
                .orElseGet(() -> notOpened(command.toWave()));
    }

    private static Optional<Wave> waveOf(Undecided open) {
        return switch (open) {
            case Proposed _ -> Optional.empty();
            case InWave(_, var wave) -> Optional.of(wave);
            case UnderAssessment(_, var wave, _) -> Optional.of(wave);
            case Moderated(_, var wave, _) -> Optional.of(wave);
            case Recommended(_, var wave, _, _, _) -> Optional.of(wave);
        };
    }
}
