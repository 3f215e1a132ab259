package org.ccgledger.standalone.england;

import org.ccgledger.events.Source;
import org.ccgledger.events.Source.Standing;

/// How a thing in the played history is known: its standing, and the source or rule behind it.
public record Provenance(Standing standing, String citation) {

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

    Source source() {
        return new Source(standing, citation, null);
    }
}
