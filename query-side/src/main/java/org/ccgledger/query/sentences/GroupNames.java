package org.ccgledger.query.sentences;

import org.ccgledger.events.CcgCode;
import org.jspecify.annotations.Nullable;

/// What groups are called, by code.
public final class GroupNames {

    private final Lookup names;

    private GroupNames(Lookup names) {
        this.names = names;
    }

    public static GroupNames of(Lookup names) {
        return new GroupNames(names);
    }

    /// Name and code, or the code alone of a group that nobody has named yet.
    String of(CcgCode code) {
        String name = names.nameOf(code);
        return name == null ? "the group with code " + code : named(name, code);
    }

    static String named(String name, CcgCode code) {
        return name + " (" + code + ")";
    }

    /// Finds the name of a code.
    @FunctionalInterface
    public interface Lookup {

        @Nullable String nameOf(CcgCode code);
    }
}
