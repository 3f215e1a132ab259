package org.ccgledger.standalone.england;

import java.util.List;
import java.util.UUID;
import org.ccgledger.command.decision.Envelope;

/// A history of England, ready to be played. The longer one begins as the shorter one does, with
/// the same commands, so that a ledger which holds the one can go on with the other.
public final class England {

    private final String id;
    private final String title;
    private final Script script;

    private England(String id, String title, Script script) {
        this.id = id;
        this.title = title;
        this.script = script;
    }

    /// 2011 to 2016, from the first promises to the end of the back stop of commissioning support.
    public static England to2016() {
        return new England(EnglandScript.NAME, "England 2011-16", begun());
    }

    /// On to 2022: the mergers, and the boards in the groups' place.
    public static England to2022() {
        Script history = begun();
        new SuccessionScript(history).write();
        return new England("england-to-2022", "England 2011-22", history);
    }

    private static Script begun() {
        return EnglandScript.of(EnglandPlan.of(ReferenceTable.load()));
    }

    /// By which it is known to those who ask how far it has come.
    public String id() {
        return id;
    }

    /// For people.
    public String title() {
        return title;
    }

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
