package org.ccgledger.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tags, streams and ids of commands of a bundle, whose tags lie beside their events.
final class BundleIndexes implements Indexes<IOException> {

    private final BundleRows rows;
    private final Faults faults;
    private final StreamsAndCommands seen;
    private boolean isCutShort;

    /// @param seen for as many events as the bundle holds
    BundleIndexes(BundleRows rows, StreamsAndCommands seen, Faults faults) {
        this.rows = rows;
        this.seen = seen;
        this.faults = faults;
    }

    @Override
    public void event(StoredLeaf leaf, @Nullable LeafBody body) {
        if (body != null) {
            LeafCheck.tagFaults(leaf, body).forEach(fault -> faults.at(leaf.position(), fault));
        }
        inOrder(leaf, body);
    }

    private void again(StoredLeaf leaf) {
        try {
            inOrder(leaf, LeafBody.parse(leaf.body()));
        } catch (LeafBody.Unreadable _) {
            inOrder(leaf, null);
        }
    }

    private void inOrder(StoredLeaf leaf, @Nullable LeafBody body) {
        long expected = seen.wrong(leaf.stream(), leaf.version());
        if (expected != 0) {
            faults.at(
                    leaf.position(),
                    "version %d of stream %s stands where version %d belongs"
                            .formatted(leaf.version(), leaf.stream(), expected));
        }
        if (body != null && body.commandIndex() == 0 && seen.isAnother(body.commandId())) {
            faults.at(leaf.position(), "a command has the id of an earlier one");
        }
    }

    @Override
    public void end(boolean isWhole) throws IOException {
        rows.close();
        isCutShort = !isWhole && seen.passes() > 1;
        if (isCutShort) {
            return;
        }
        for (int pass = 1; pass < seen.passes(); pass++) {
            seen.begin(pass);
            try (BundleRows again = rows.again()) {
                for (long after = 0; after < again.head(); after += LedgerAudit.PAGE) {
                    long upTo = Math.min(again.head(), after + LedgerAudit.PAGE);
                    again.events(after, upTo, Map.of()).forEach(this::again);
                }
            }
        }
    }

    @Override
    public List<String> notChecked() {
        List<String> notChecked = new ArrayList<>();
        notChecked.add(
                "Whether the ledger holds more by now, and what its database keeps beside this"
                        + " bundle.");
        if (isCutShort) {
            notChecked.add(
                    "Versions of all streams, and ids of all commands: events are missing, so what"
                            + " is there was read once.");
        }
        notChecked.add(
                "What stands in FORMAT.md and keys; they are the files that SHA256SUMS lists.");
        if (rows.hasReadModels()) {
            notChecked.add(
                    "Whether the rows in read-models follow from the events; they are the files that"
                            + " SHA256SUMS lists, and whoever altered them could list them anew."
                            + " `ccg projections verify` replays the events.");
        }
        return notChecked;
    }
}
