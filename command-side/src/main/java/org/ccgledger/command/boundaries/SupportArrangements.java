package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.SupportId;
import org.ccgledger.events.Tag;
import org.ccgledger.events.support.SupportEvent;
import org.ccgledger.events.support.SupportEvent.*;

/// Who supports groups in commissioning.
public final class SupportArrangements {

    private SupportArrangements() {}

    /// The group's arrangements that were chosen by that day and have not come to their end.
    public static Set<SupportId> open(CcgCode ccg, LocalDate on, Reads reads) {
        Map<SupportId, LocalDate> lastDays = new LinkedHashMap<>();
        for (SupportEvent event : reads.tagged(Tag.ccg(ccg), SupportEvent.class)) {
            if (!event.effectiveOn().isAfter(on)) {
                evolve(lastDays, event);
            }
        }
        return lastDays.entrySet().stream()
                .filter(arrangement -> !arrangement.getValue().isBefore(on))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void evolve(Map<SupportId, LocalDate> lastDays, SupportEvent event) {
        switch (event) {
            case CommissioningSupportChosen e ->
                    lastDays.put(
                            e.support(),
                            Optional.ofNullable(e.period().until()).orElse(LocalDate.MAX));
            case CommissioningSupportEnded e -> lastDays.put(e.support(), e.endsOn());
            case BackstopPeriodSet _, BackstopSuccessionRisk _ -> {}
        }
    }
}
