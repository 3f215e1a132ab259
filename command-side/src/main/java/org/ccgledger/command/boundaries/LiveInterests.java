package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.ccgledger.command.boundaries.Declarations.Declared;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What ties somebody to bodies on which the person is to judge or decide.
public final class LiveInterests {

    private LiveInterests() {}

    /// The interests that the person has declared by the day, to whatever group, that are live on
    /// it and lie in one of the bodies; a practice's member has them in the practice. Sorted by id.
    public static Set<InterestId> of(
            PersonId person, Collection<BodyRef> bodies, LocalDate on, Reads reads) {
        Set<InterestId> interests =
                new TreeSet<>((one, other) -> one.value().compareTo(other.value()));
        Declarations.of(Tag.person(person), on, reads).interests().stream()
                .filter(declared -> declared.isLive(on) && liesIn(declared, bodies))
                .map(Declared::interest)
                .forEach(interests::add);
        return interests;
    }

    private static boolean liesIn(Declared declared, Collection<BodyRef> bodies) {
        BodyRef organisation = declared.terms().organisation();
        return (organisation != null && bodies.contains(organisation))
                || isMemberOf(declared.practice(), bodies);
    }

    private static boolean isMemberOf(@Nullable PracticeCode practice, Collection<BodyRef> bodies) {
        return practice != null && bodies.contains(BodyRef.practice(practice));
    }
}
