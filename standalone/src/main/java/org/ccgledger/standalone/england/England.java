package org.ccgledger.standalone.england;

import java.util.List;
import java.util.UUID;
import org.ccgledger.command.decision.Envelope;

/// England 2012-15, ready to be played.
public final class England {

    public static final String NAME = EnglandScript.NAME;

    private final Script script = EnglandScript.of(EnglandPlan.of(ReferenceTable.load()));

    /// The commands of each day, in order; the lanes of a day may be sent side by side.
    public List<Script.Day> days() {
        return script.days();
    }

    public List<UUID> commandIds() {
        return script.commandIds();
    }

    /// The first of all commands, by which a ledger is known in which the history was begun.
    public Envelope first() {
        return days().getFirst().lanes().getFirst().getFirst();
    }
}
