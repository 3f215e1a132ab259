package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.Tag;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.conditions.ConditionEvent.ConditionDischarged;
import org.ccgledger.events.conditions.ConditionEvent.ConditionImposed;

/// The matters of NHS Act 2006 s.14C(2) of which the Board is not satisfied: each is a condition
/// that is not discharged.
public final class OpenConditions {

    private static final List<Class<? extends CcgEvent>> KINDS =
            List.of(CCGAuthorised.class, ConditionImposed.class, ConditionDischarged.class);

    private OpenConditions() {}

    /// The group's conditions that are not discharged on that day; none before the grant.
    public static Set<ConditionId> of(CcgCode ccg, LocalDate on, Reads reads) {
        Set<ConditionId> open = new LinkedHashSet<>();
        for (CcgEvent event : reads.tagged(Tag.ccg(ccg), KINDS)) {
            if (event.effectiveOn().isAfter(on)) {
                continue;
            }
            switch (event) {
                case CCGAuthorised granted ->
                        granted.conditions().forEach(terms -> open.add(terms.condition()));
                case ConditionImposed imposed -> open.add(imposed.terms().condition());
                case ConditionDischarged discharged -> open.remove(discharged.condition());
                case CcgEvent other -> throw new IllegalStateException("Not asked for: " + other);
            }
        }
        return open;
    }
}
