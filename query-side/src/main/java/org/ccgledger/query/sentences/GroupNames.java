package org.ccgledger.query.sentences;

import java.util.Map;
import org.ccgledger.events.CcgCode;

/// What groups are called, by code.
public final class GroupNames {

    private final Map<CcgCode, String> names;

    private GroupNames(Map<CcgCode, String> names) {
        this.names = Map.copyOf(names);
    }

    public static GroupNames of(Map<CcgCode, String> names) {
        return new GroupNames(names);
    }

    /// Name and code, or the code alone of a group that nobody has named yet.
    String of(CcgCode code) {
        String name = names.get(code);
        return name == null ? "the group with code " + code : named(name, code);
    }

    static String named(String name, CcgCode code) {
        return name + " (" + code + ")";
    }
}
