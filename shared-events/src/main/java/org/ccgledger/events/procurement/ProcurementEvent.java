package org.ccgledger.events.procurement;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.ProcurementId;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What a group decides about a service, from the need that it identifies on.
public sealed interface ProcurementEvent extends CcgEvent {

    @EventName("ccg.procurement.ServiceNeedIdentified")
    record ServiceNeedIdentified(
            ProcurementId procurement,
            CcgCode ccg,
            FunctionCode function,
            String service,
            @Nullable String weakness,
            LocalDate effectiveOn)
            implements ProcurementEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case ServiceNeedIdentified e ->
                    Set.of(Tag.ccg(e.ccg()), Tag.function(e.ccg(), e.function()));
        };
    }
}
