package org.ccgledger.command.authorisation;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.ccgledger.command.authorisation.AuthorisationCommand.*;
import org.ccgledger.command.authorisation.AuthorisationRefusal.*;
import org.ccgledger.command.boundaries.Approvals;
import org.ccgledger.command.boundaries.Catalogues;
import org.ccgledger.command.boundaries.Claims;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.approvals.ApprovalSubject;
import org.ccgledger.events.approvals.ApprovedStep;
import org.ccgledger.events.authorisation.AuthorisationEvent.*;
import org.ccgledger.events.catalogue.CatalogueEvent.WaveOpened;
import org.jspecify.annotations.Nullable;

/// From the proposal to the submission: who applies, with what, in which wave.
final class Proposals {

    private static final Pattern NAME = Pattern.compile("NHS .+ Clinical Commissioning Group");

    private Proposals() {}

    static Decision propose(ProposeCCG command, Authorisation state, Context context) {
        List<PracticeCode> applicants = command.distinctApplicants();
        List<AreaCode> area = command.distinctArea();
        DocRef constitution = command.constitution();
        PersonId officer = command.proposedAccountableOfficer();
        if (applicants.size() < 2) {
            return refuse(new TooFewApplicants(applicants));
        }
        if (!NAME.matcher(command.proposedName()).matches()) {
            return refuse(new InvalidCCGName(command.proposedName()));
        }
        if (constitution == null || officer == null || area.isEmpty()) {
            return refuse(
                    new ApplicationIncomplete(
                            missing(
                                    "constitution",
                                    constitution,
                                    "proposedAccountableOfficer",
                                    officer,
                                    "area",
                                    area.isEmpty() ? null : area)));
        }
        return claimed(applicants, area, context)
                .map(Decision::refuse)
                .orElseGet(() ->
                        state instanceof NotProposed
                                        && Claims.isCodeFree(
                                                command.ccg(),
                                                command.proposedName(),
                                                context.reads())
                                ? accept(
                                        new CCGProposed(
                                                command.ccg(),
                                                command.ons(),
                                                command.areaTeam(),
                                                command.proposedName(),
                                                area,
                                                applicants,
                                                constitution,
                                                officer,
                                                context.effectiveOn()))
                                : refuse(new CodeInUse(command.ccg())));
    }

    private static Optional<Refusal> claimed(
            List<PracticeCode> applicants, List<AreaCode> area, Context context) {
        for (PracticeCode practice : applicants) {
            Optional<CcgCode> holder = Claims.holderOf(practice, context.reads());
            if (holder.isPresent()) {
                return Optional.of(new PracticeAlreadyMember(practice, holder.get()));
            }
        }
        for (AreaCode part : area) {
            Optional<CcgCode> holder = Claims.holderOf(part, context.reads());
            if (holder.isPresent()) {
                return Optional.of(new AreaOverlaps(part, holder.get()));
            }
        }
        return Optional.empty();
    }

    static Decision join(JoinApplication command, Authorisation state, Context context) {
        if (!(state instanceof Undecided open)) {
            return AuthorisationDecider.over(state, command.ccg());
        }
        Set<PracticeCode> applicants = open.application().applicants();
        if (applicants.contains(command.practice())) {
            return unchanged();
        }
        Optional<CcgCode> holder = Claims.holderOf(command.practice(), context.reads());
        if (holder.isPresent()) {
            return refuse(new PracticeAlreadyMember(command.practice(), holder.get()));
        }
        Set<BodyRef> missing =
                Approvals.missing(
                        withBoard(applicants),
                        command.approvals(),
                        new ApprovalSubject(
                                ApprovedStep.JOIN_APPLICATION, command.ccg(), command.practice()),
                        context.reads());
        return missing.isEmpty()
                ? accept(
                        new PracticeJoinedApplication(
                                command.ccg(),
                                command.practice(),
                                Stream.concat(applicants.stream(), Stream.of(command.practice()))
                                        .toList(),
                                context.effectiveOn()))
                : refuse(new AgreementMissing(missing));
    }

    static Decision leave(LeaveApplication command, Authorisation state, Context context) {
        if (!(state instanceof Undecided open)) {
            return AuthorisationDecider.over(state, command.ccg());
        }
        Set<PracticeCode> applicants = open.application().applicants();
        if (!applicants.contains(command.practice())) {
            return unchanged();
        }
        PracticeLeftApplication left =
                new PracticeLeftApplication(
                        command.ccg(), command.practice(), context.effectiveOn());
        return applicants.size() > 2
                ? accept(left)
                : accept(left, new ApplicationLapsed(command.ccg(), context.effectiveOn()));
    }

    static Decision amend(AmendProposedConstitution command, Authorisation state, Context context) {
        if (!(state instanceof Undecided open)) {
            return AuthorisationDecider.over(state, command.ccg());
        }
        if (open.application().constitution().equals(command.constitution())) {
            return unchanged();
        }
        Set<BodyRef> missing =
                Approvals.missing(
                        Set.of(BodyRef.BOARD),
                        command.approvals(),
                        new ApprovalSubject(ApprovedStep.AMEND_CONSTITUTION, command.ccg(), null),
                        context.reads());
        return missing.isEmpty()
                ? accept(
                        new ProposedConstitutionAmended(
                                command.ccg(), command.constitution(), context.effectiveOn()))
                : refuse(new AgreementMissing(missing));
    }

    static Decision combine(CombineApplications command, Authorisation state, Context context) {
        if (!(state instanceof Undecided into)) {
            return AuthorisationDecider.over(state, command.ccg());
        }
        Set<PracticeCode> applicants = new LinkedHashSet<>(into.application().applicants());
        Set<AreaCode> area = new LinkedHashSet<>(into.application().area());
        for (CcgCode from : command.from()) {
            Authorisation other =
                    AuthorisationDecider.standing(
                            context.reads().stream(StreamName.application(from)));
            if (!(other instanceof Undecided open)) {
                return AuthorisationDecider.over(other, from);
            }
            applicants.addAll(open.application().applicants());
            area.addAll(open.application().area());
        }
        Set<BodyRef> missing =
                Approvals.missing(
                        applicants.stream().map(BodyRef::practice).toList(),
                        command.approvals(),
                        new ApprovalSubject(ApprovedStep.COMBINE_APPLICATIONS, command.ccg(), null),
                        context.reads());
        return missing.isEmpty()
                ? accept(
                        new ApplicationsCombined(
                                command.ccg(),
                                command.from(),
                                List.copyOf(applicants),
                                List.copyOf(area),
                                context.effectiveOn()))
                : refuse(new AgreementMissing(missing));
    }

    static Decision assign(AssignToWave command, Authorisation state, Context context) {
        if (!(state instanceof Undecided open)) {
            return AuthorisationDecider.over(state, command.ccg());
        }
        return Catalogues.wave(command.wave(), context.reads())
                .map(wave ->
                        waveOf(open).filter(now -> now.number() == command.wave()).isPresent()
                                ? unchanged()
                                : accept(
                                        new AssignedToWave(
                                                command.ccg(),
                                                command.wave(),
                                                wave.catalogue(),
                                                context.effectiveOn())))
                .orElseGet(() -> notFound("Wave " + command.wave() + " has not been opened"));
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
                            missing(
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
        int present = waveOf(open).map(Wave::number).orElse(0);
        if (command.toWave() <= present) {
            return refuse(new WaveNotLater(present));
        }
        return Catalogues.wave(command.toWave(), context.reads())
                .map(wave ->
                        accept(
                                new ApplicationDeferred(
                                        command.ccg(),
                                        present,
                                        command.toWave(),
                                        wave.catalogue(),
                                        context.effectiveOn())))
                .orElseGet(() -> notFound("Wave " + command.toWave() + " has not been opened"));
    }

    static Decision withdraw(WithdrawApplication command, Authorisation state, Context context) {
        return state instanceof Undecided
                ? accept(new ApplicationWithdrawn(command.ccg(), context.effectiveOn()))
                : AuthorisationDecider.over(state, command.ccg());
    }

    static Optional<Wave> waveOf(Undecided open) {
        return switch (open) {
            case Proposed _ -> Optional.empty();
            case InWave(_, var wave) -> Optional.of(wave);
            case UnderAssessment(_, var wave, _) -> Optional.of(wave);
            case Moderated(_, var wave, _) -> Optional.of(wave);
            case Recommended(_, var wave, _, _, _) -> Optional.of(wave);
        };
    }

    private static Set<BodyRef> withBoard(Set<PracticeCode> applicants) {
        Set<BodyRef> bodies = new HashSet<>(Set.of(BodyRef.BOARD));
        applicants.stream().map(BodyRef::practice).forEach(bodies::add);
        return bodies;
    }

    /// The names of those that are absent, given as name, value, name, value.
    private static List<String> missing(@Nullable Object... namesAndValues) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null && namesAndValues[i] != null) {
                missing.add(namesAndValues[i].toString());
            }
        }
        return missing;
    }
}
