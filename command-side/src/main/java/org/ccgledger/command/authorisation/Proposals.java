package org.ccgledger.command.authorisation;

import static org.ccgledger.command.decision.Decision.accept;
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
import org.ccgledger.command.authorisation.Authorisation.Application;
import org.ccgledger.command.authorisation.Authorisation.Decided;
import org.ccgledger.command.authorisation.Authorisation.Ended;
import org.ccgledger.command.authorisation.Authorisation.Ending;
import org.ccgledger.command.authorisation.Authorisation.NotProposed;
import org.ccgledger.command.authorisation.Authorisation.Proposed;
import org.ccgledger.command.authorisation.Authorisation.Undecided;
import org.ccgledger.command.authorisation.AuthorisationCommand.AmendProposedConstitution;
import org.ccgledger.command.authorisation.AuthorisationCommand.CombineApplications;
import org.ccgledger.command.authorisation.AuthorisationCommand.JoinApplication;
import org.ccgledger.command.authorisation.AuthorisationCommand.LeaveApplication;
import org.ccgledger.command.authorisation.AuthorisationCommand.ProposeCCG;
import org.ccgledger.command.authorisation.AuthorisationCommand.WithdrawApplication;
import org.ccgledger.command.authorisation.AuthorisationRefusal.AgreementMissing;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ApplicationIncomplete;
import org.ccgledger.command.authorisation.AuthorisationRefusal.AreaOverlaps;
import org.ccgledger.command.authorisation.AuthorisationRefusal.CodeInUse;
import org.ccgledger.command.authorisation.AuthorisationRefusal.InvalidCCGName;
import org.ccgledger.command.authorisation.AuthorisationRefusal.PracticeAlreadyMember;
import org.ccgledger.command.authorisation.AuthorisationRefusal.TooFewApplicants;
import org.ccgledger.command.boundaries.Approvals;
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
import org.ccgledger.events.Tag;
import org.ccgledger.events.approvals.ApprovalSubject;
import org.ccgledger.events.approvals.ApprovedStep;
import org.ccgledger.events.authorisation.AuthorisationEvent;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationLapsed;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationWithdrawn;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationsCombined;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGProposed;
import org.ccgledger.events.authorisation.AuthorisationEvent.PracticeJoinedApplication;
import org.ccgledger.events.authorisation.AuthorisationEvent.PracticeLeftApplication;
import org.ccgledger.events.authorisation.AuthorisationEvent.ProposedConstitutionAmended;
import org.jspecify.annotations.Nullable;

/// Who applies for what, from the proposal until the application ends.
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
        if (state instanceof Proposed(var application)
                && application.equals(
                        new Application(
                                command.ccg(),
                                command.ons(),
                                command.areaTeam(),
                                command.proposedName(),
                                area,
                                new LinkedHashSet<>(applicants),
                                constitution,
                                officer))) {
            return unchanged();
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
                        context);
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
                        command.constitution(),
                        context);
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
        if (isCombined(command, context)) {
            return unchanged();
        }
        Set<PracticeCode> applicants = new LinkedHashSet<>(into.application().applicants());
        Set<AreaCode> area = new LinkedHashSet<>(into.application().area());
        for (CcgCode from : command.from()) {
            Authorisation other =
                    AuthorisationDecider.standing(
                            context.reads().tagged(Tag.ccg(from), AuthorisationEvent.class));
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
                        context);
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

    private static boolean isCombined(CombineApplications command, Context context) {
        return context.reads().tagged(Tag.ccg(command.ccg()), ApplicationsCombined.class).stream()
                .anyMatch(combined ->
                        combined.ccg().equals(command.ccg())
                                && Set.copyOf(combined.from()).equals(Set.copyOf(command.from())));
    }

    static Decision withdraw(WithdrawApplication command, Authorisation state, Context context) {
        return switch (state) {
            case Undecided _ ->
                    accept(new ApplicationWithdrawn(command.ccg(), context.effectiveOn()));
            case Ended(_, var how) when how == Ending.WITHDRAWN -> unchanged();
            case NotProposed _, Decided _, Ended _ ->
                    AuthorisationDecider.over(state, command.ccg());
        };
    }

    private static Set<BodyRef> withBoard(Set<PracticeCode> applicants) {
        Set<BodyRef> bodies = new HashSet<>(Set.of(BodyRef.BOARD));
        applicants.stream().map(BodyRef::practice).forEach(bodies::add);
        return bodies;
    }

    /// The names of those that are absent, given as name, value, name, value.
    static List<String> missing(@Nullable Object... namesAndValues) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null && namesAndValues[i] != null) {
                missing.add(namesAndValues[i].toString());
            }
        }
        return missing;
    }
}
