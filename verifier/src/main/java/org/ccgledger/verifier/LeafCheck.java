package org.ccgledger.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Holds one event's rows against the event's body and leaf hash.
///
/// Written from docs/ledger-format.md, and sharing no code with what writes the ledger, so that a
/// mistake in one shows against the other.
public final class LeafCheck {

    static final int HASH = 32;

    private final StoredLeaf leaf;
    private final List<String> faults = new ArrayList<>();
    private byte[] leafHash = new byte[HASH];
    private @Nullable LeafBody body;

    private LeafCheck(StoredLeaf leaf) {
        this.leaf = leaf;
    }

    /// Everything that is wrong with an event of a ledger, each in a sentence that begins with what
    /// differs; empty if nothing is.
    ///
    /// A personal part that is missing is no fault here; see [StoredLeaf#missingParts()].
    public static List<String> check(UUID ledgerId, StoredLeaf leaf) {
        LeafCheck check = of(ledgerId, leaf);
        if (check.body != null) {
            check.tags(leaf.tags(), check.body.tags());
        }
        return List.copyOf(check.faults);
    }

    /// What is wrong with the tag rows of an event.
    static List<String> tagFaults(StoredLeaf leaf, List<StoredLeaf.Tag> rows) {
        LeafCheck check = new LeafCheck(leaf);
        try {
            check.tags(rows, LeafBody.parse(leaf.body()).tags());
        } catch (LeafBody.Unreadable e) {
            check.faults.add("body cannot be read: " + e.how());
        }
        return check.faults;
    }

    /// What is wrong with the tag rows that an event was read with.
    static List<String> tagFaults(StoredLeaf leaf, LeafBody body) {
        LeafCheck check = new LeafCheck(leaf);
        check.tags(leaf.tags(), body.tags());
        return check.faults;
    }

    /// Everything that is wrong with an event but for its tag rows, which are not looked at.
    static LeafCheck of(UUID ledgerId, StoredLeaf leaf) {
        LeafCheck check = new LeafCheck(leaf);
        check.leafHash();
        try {
            LeafBody body = LeafBody.parse(leaf.body());
            check.body = body;
            check.body(ledgerId, body);
        } catch (LeafBody.Unreadable e) {
            check.faults.add("body cannot be read: " + e.how());
        }
        check.parts();
        return check;
    }

    StoredLeaf leaf() {
        return leaf;
    }

    List<String> faults() {
        return faults;
    }

    /// The hash of the position, the time and the body, whatever is stored.
    byte[] computedLeafHash() {
        return leafHash;
    }

    /// What the body says, if it can be read.
    @Nullable LeafBody body() {
        return body;
    }

    private void leafHash() {
        try {
            leafHash = LeafData.of(leaf).hash();
        } catch (ArithmeticException _) {
            faults.add("time is none that there is: " + leaf.recordedAt());
            return;
        }
        if (!Arrays.equals(leafHash, leaf.leafHash())) {
            faults.add("leaf hash is not that of the position, the time and the body");
        }
    }

    private void body(UUID ledgerId, LeafBody body) {
        equal("ledger", ledgerId, body.ledgerId());
        equal("stream", leaf.stream(), body.stream());
        equal("version", leaf.version(), body.version());
        equal("command index", leaf.commandIndex(), body.commandIndex());
        equal("type", leaf.type(), body.type());
        equal("schema version", leaf.schemaVersion(), body.schemaVersion());
        equal("effective date", leaf.effectiveOn().toEpochDay(), body.effectiveOnDay());
        committed("fact", leaf.fact(), body.factCommitment());
        personal(body.personalCommitment());
        StoredLeaf.Command command = leaf.command();
        if (command == null) {
            faults.add("command has no row");
            return;
        }
        equal("command id", command.id(), body.commandId());
        committed("metadata", command.metadata(), body.metadataCommitment());
        committed("decision", command.decision(), body.decisionCommitment());
    }

    private void tags(List<StoredLeaf.Tag> rows, List<String> tags) {
        equal("tags", rows.stream().map(StoredLeaf.Tag::tag).sorted().toList(), tags);
        rows.stream()
                .filter(tag -> !tag.type().equals(leaf.type()))
                .forEach(tag ->
                        faults.add(
                                "tag " + tag.tag() + " has another event's type: " + tag.type()));
    }

    private void personal(byte[] commitment) {
        byte[] commitments = leaf.partCommitments();
        byte[] expected = commitments.length == 0 ? new byte[HASH] : Sha256.of(commitments);
        if (!Arrays.equals(expected, commitment)) {
            faults.add("part commitments are not those that the body commits to");
        }
    }

    private void parts() {
        int count = leaf.partCommitments().length / HASH;
        for (StoredLeaf.Part part : leaf.parts()) {
            int number = part.number();
            if (number < 0 || number >= count) {
                faults.add("personal part " + number + " is none of the event's " + count);
            } else if (!Arrays.equals(
                    Sha256.of(part.salt(), part.content()),
                    Arrays.copyOfRange(
                            leaf.partCommitments(), HASH * number, HASH * (number + 1)))) {
                faults.add("personal part " + number + " is not what was committed to");
            }
        }
    }

    private void committed(String what, byte[] stored, byte[] commitment) {
        if (!Arrays.equals(Sha256.of(stored), commitment)) {
            faults.add(what + " is not what the body commits to");
        }
    }

    private void equal(String what, Object column, Object body) {
        if (!column.equals(body)) {
            faults.add(what + " is " + column + " in the column, " + body + " in the body");
        }
    }
}
