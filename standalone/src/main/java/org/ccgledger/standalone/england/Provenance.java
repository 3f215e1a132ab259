package org.ccgledger.standalone.england;

/// How a thing in the played history is known: its standing, and the source or rule behind it.
public record Provenance(Standing standing, String citation) {

    /// From best known to invented.
    public enum Standing {
        /// A published source says so.
        STATED,
        /// Follows by arithmetic or elimination from what published sources say.
        DERIVED,
        /// No source was found; allotted by a rule that is stated with it.
        ASSUMED,
        /// Stands in for something real that is not reproduced here.
        SYNTHETIC
    }

    static Provenance stated(String source) {
        return new Provenance(Standing.STATED, source);
    }

    static Provenance derived(String inference) {
        return new Provenance(Standing.DERIVED, "Derived: " + inference);
    }

    static Provenance assumed(String rule) {
        return new Provenance(Standing.ASSUMED, "Allotted by rule: " + rule);
    }

    static Provenance synthetic(String what) {
        return new Provenance(Standing.SYNTHETIC, "Synthetic: " + what);
    }
}
