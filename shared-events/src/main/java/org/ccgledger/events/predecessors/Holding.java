package org.ccgledger.events.predecessors;

/// Something that a primary care trust holds, known by its kind and its name.
public record Holding(HoldingKind kind, String name) {

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
