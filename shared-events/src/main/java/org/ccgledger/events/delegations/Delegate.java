package org.ccgledger.events.delegations;

import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.OfficeCode;
import org.jspecify.annotations.Nullable;

/// Who may decide in a group's place: a committee of its own or the holder of an office, one of the
/// two.
public record Delegate(@Nullable CommitteeId committee, @Nullable OfficeCode office) {

    public static Delegate to(CommitteeId committee) {
        return new Delegate(committee, null);
    }

    public static Delegate to(OfficeCode office) {
        return new Delegate(null, office);
    }
}
