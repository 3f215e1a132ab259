package org.ccgledger.standalone.england;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.ccgledger.command.decision.Envelope;
import org.springframework.util.function.SingletonSupplier;

/// A history of England, ready to be played. The longer one begins as the shorter one does, with
/// the same commands, so that a ledger which holds the one can go on with the other.
public enum England {
    /// 2012 to 2015, from the first applications to co-commissioning.
    TO_2015(EnglandScript.NAME, "England 2012-15"),
    /// On to 2022: the mergers, and the boards in the groups' place.
    TO_2022("england-to-2022", "England 2012-22");

    private final String id;
    private final String title;
    private final Supplier<Script> script = SingletonSupplier.of(this::written);

    England(String id, String title) {
        this.id = id;
        this.title = title;
    }

    private Script written() {
        Script history = EnglandScript.of(EnglandPlan.of(ReferenceTable.load()));
        if (this == TO_2022) {
            new SuccessionScript(history).write();
        }
        return history;
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
        return script.get().days();
    }

    public List<UUID> commandIds() {
        return script.get().commandIds();
    }

    /// The first of all commands, by which a ledger is known in which the history was begun.
    public Envelope first() {
        return days().getFirst().lanes().getFirst().getFirst();
    }
}
