package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.Tag;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;
import org.ccgledger.events.successions.SuccessionEvent.CCGMerged;
import org.ccgledger.events.successions.SuccessionEvent.CessationEvent;

/// Which groups there are.
public final class Groups {

    private static final List<Class<? extends CcgEvent>> EXISTENCE =
            List.of(CCGEstablished.class, CessationEvent.class);

    private Groups() {}

    /// Where a group is.
    public record Place(AreaTeamCode areaTeam, List<AreaCode> area) {}

    /// NHS Act 2006 s.14D and s.14G: whether there is the group on that day, established and not
    /// ceased.
    public static boolean isEstablished(CcgCode ccg, LocalDate on, Reads reads) {
        boolean exists = false;
        for (CcgEvent event : reads.tagged(Tag.code(ccg), EXISTENCE)) {
            if (!event.effectiveOn().isAfter(on)) {
                exists = exists(event, ccg, exists);
            }
        }
        return exists;
    }

    private static boolean exists(CcgEvent event, CcgCode ccg, boolean before) {
        return switch (event) {
            case CCGEstablished _ -> true;
            case CCGMerged merged when merged.to().equals(ccg) -> true;
            case CessationEvent cessation -> before && !cessation.ceased().contains(ccg);
            case CcgEvent other -> throw new IllegalStateException("Not asked for: " + other);
        };
    }

    /// Where the group was established; empty if it never was.
    public static Optional<Place> place(CcgCode ccg, Reads reads) {
        return reads.tagged(Tag.code(ccg), EXISTENCE).stream()
                .flatMap(event ->
                        switch (event) {
                            case CCGEstablished e -> Stream.of(new Place(e.areaTeam(), e.area()));
                            case CCGMerged e when e.to().equals(ccg) ->
                                    Stream.of(new Place(e.areaTeam(), e.area()));
                            case CcgEvent _ -> Stream.<Place>empty();
                        })
                .findFirst();
    }
}
