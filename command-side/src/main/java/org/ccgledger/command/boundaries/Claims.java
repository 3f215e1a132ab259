package org.ccgledger.command.boundaries;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Tag;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationLapsed;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationWithdrawn;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationsCombined;
import org.ccgledger.events.authorisation.AuthorisationEvent.AuthorisationRefused;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGProposed;
import org.ccgledger.events.authorisation.AuthorisationEvent.PracticeJoinedApplication;
import org.ccgledger.events.authorisation.AuthorisationEvent.PracticeLeftApplication;
import org.ccgledger.events.membership.MembershipEvent.PracticeAdmitted;
import org.ccgledger.events.membership.MembershipEvent.PracticeMembershipEnded;
import org.ccgledger.events.membership.MembershipEvent.PracticeTransferred;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;
import org.ccgledger.events.registry.RegistryEvent.ReferenceCCGImported;
import org.ccgledger.events.successions.SuccessionEvent.CCGMerged;
import org.ccgledger.events.successions.SuccessionEvent.CessationEvent;

/// Which group, or live application to become one, holds a practice contract, a part of the area or
/// a code.
public final class Claims {

    private static final List<Class<? extends CcgEvent>> PRACTICE =
            List.of(
                    CCGProposed.class,
                    PracticeJoinedApplication.class,
                    PracticeLeftApplication.class,
                    ApplicationsCombined.class,
                    PracticeAdmitted.class,
                    PracticeTransferred.class,
                    PracticeMembershipEnded.class);
    private static final List<Class<? extends CcgEvent>> AREA =
            List.of(CCGProposed.class, ApplicationsCombined.class, CCGMerged.class);
    private static final List<Class<? extends CcgEvent>> ENDING =
            List.of(
                    ApplicationLapsed.class,
                    ApplicationWithdrawn.class,
                    ApplicationsCombined.class,
                    AuthorisationRefused.class,
                    CessationEvent.class);
    private static final List<Class<? extends CcgEvent>> CODE =
            List.of(
                    CCGProposed.class,
                    ReferenceCCGImported.class,
                    CCGEstablished.class,
                    CCGMerged.class);

    private Claims() {}

    /// NHS Act 2006 s.14A: each contract belongs to one group.
    @Upholds(id = "K5", title = "A practice contract is in one group, and areas do not overlap")
    public static Optional<CcgCode> holderOf(PracticeCode practice, Reads reads) {
        Set<CcgCode> claimants = new LinkedHashSet<>();
        Optional<CcgCode> group = Optional.empty();
        for (CcgEvent event : reads.tagged(Tag.practice(practice), PRACTICE)) {
            claim(event, practice, claimants);
            group =
                    switch (event) {
                        case PracticeAdmitted admitted -> Optional.of(admitted.ccg());
                        case PracticeTransferred moved -> Optional.of(moved.toCcg());
                        case PracticeMembershipEnded _ -> Optional.empty();
                        case CcgEvent _ -> group;
                    };
        }
        return group.or(() -> firstLive(claimants, reads));
    }

    /// NHS Act 2006 s.14A: areas do not overlap.
    public static Optional<CcgCode> holderOf(AreaCode area, Reads reads) {
        Set<CcgCode> claimants = new LinkedHashSet<>();
        for (CcgEvent event : reads.tagged(Tag.area(area), AREA)) {
            switch (event) {
                case CCGProposed proposed -> claimants.add(proposed.ccg());
                case ApplicationsCombined combined -> claimants.add(combined.ccg());
                case CCGMerged merged -> claimants.add(merged.to());
                case CcgEvent other -> throw new IllegalStateException("Not asked for: " + other);
            }
        }
        return firstLive(claimants, reads);
    }

    /// A code is reserved from the proposal on and never used again; the reference register may
    /// have reserved it by name.
    @Upholds(id = "K8", title = "A code is used once, for all time")
    public static boolean isCodeFree(CcgCode code, String name, Reads reads) {
        return reads.tagged(Tag.code(code), CODE).stream()
                .allMatch(event ->
                        event instanceof ReferenceCCGImported imported
                                && imported.name().equals(name));
    }

    /// The names of all that ever stood under a code; none if it was never used.
    public static Set<String> namesUnder(CcgCode code, Reads reads) {
        return reads
                .tagged(
                        Tag.code(code),
                        List.of(
                                CCGProposed.class,
                                ReferenceCCGImported.class,
                                CCGEstablished.class,
                                CCGMerged.class))
                .stream()
                .flatMap(event -> nameIn(event, code).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> nameIn(CcgEvent event, CcgCode code) {
        return switch (event) {
            case CCGProposed proposed -> Optional.of(proposed.name());
            case ReferenceCCGImported imported -> Optional.of(imported.name());
            case CCGEstablished established -> Optional.of(established.name());
            case CCGMerged merged when merged.to().equals(code) ->
                    Optional.of(merged.terms().name());
            case CcgEvent _ -> Optional.empty();
        };
    }

    /// Applications may be dated in another order than they were made in, so every claim is kept
    /// until it is given up, and none replaces another.
    private static void claim(CcgEvent event, PracticeCode practice, Set<CcgCode> claimants) {
        switch (event) {
            case CCGProposed proposed -> claimants.add(proposed.ccg());
            case PracticeJoinedApplication joined -> claimants.add(joined.ccg());
            case PracticeLeftApplication left -> claimants.remove(left.ccg());
            case ApplicationsCombined combined when combined.applicants().contains(practice) ->
                    claimants.add(combined.ccg());
            case PracticeTransferred moved -> claimants.remove(moved.fromCcg());
            case PracticeMembershipEnded ended -> claimants.remove(ended.ccg());
            case CcgEvent _ -> {}
        }
    }

    private static Optional<CcgCode> firstLive(Set<CcgCode> claimants, Reads reads) {
        return claimants.stream().filter(ccg -> isLive(ccg, reads)).findFirst();
    }

    private static boolean isLive(CcgCode ccg, Reads reads) {
        return reads.tagged(Tag.ccg(ccg), ENDING).stream()
                .noneMatch(event ->
                        switch (event) {
                            case ApplicationsCombined combined -> combined.from().contains(ccg);
                            case CessationEvent cessation -> cessation.ceased().contains(ccg);
                            case CcgEvent _ -> true;
                        });
    }
}
