package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.proof.CheckpointFiles;
import org.ccgledger.ledger.proof.Checkpointer;
import org.ccgledger.ledger.proof.Restoration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ledger whose database is put back to an older state, as its operator and its auditor see it.
class RestoreTest {

    @TempDir private Path folder;

    @Test
    void a_restored_ledger_says_so_and_believes_nothing_of_the_history_that_ended()
            throws Exception {
        String kept;
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            kept = proposed(ledger, 1);
            Files.writeString(folder.resolve("policy"), Policies.of(ledger.owner()));
        }
        assertThat(files().verify("--save", folder.resolve("seen.note").toString()))
                .satisfies(ended -> assertThat(ended.status()).as(ended.toString()).isZero())
                .extracting(Ended::output)
                .asString()
                .contains("All that was checked is in order.");
        files().backUp();
        String lost;
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            lost = proposed(ledger, 2);
            assertThat(ledger.since(kept, 30, "/v1/ccgs").status()).isEqualTo(200);
        }
        newestNoteIsSaved();
        files().putBack();

        assertThat(files().verify("--last-seen", folder.resolve("newest.note").toString()))
                .satisfies(ended -> assertThat(ended.status()).as(ended.toString()).isEqualTo(1))
                .extracting(Ended::output)
                .asString()
                .contains("WRONG: ", "the ledger was rolled back");
        Ended restored = files().restored();
        assertThat(restored.status()).as(restored.toString()).isZero();
        assertThat(restored.output())
                .contains("Epoch 2 begins", "events that were signed are lost");

        try (RunningLedger ledger = RunningLedger.in(folder)) {
            for (String token : List.of(kept, lost)) {
                Reply refused = ledger.since(token, "/v1/ccgs");
                assertThat(refused.status()).as(refused.body()).isEqualTo(400);
                assertThat(refused.code()).isEqualTo("INVALID_CURSOR");
            }
            proposed(ledger, 3);
            assertThat(ledger.bean(Ledger.class).epoch()).isEqualTo(2);
            assertThat(ledger.bean(Checkpointer.class).failure()).isEmpty();
            assertThat(ledger.get("/v1/ccgs").json().path("items")).hasSize(2);
            Files.writeString(
                    folder.resolve("policy"),
                    Files.readString(folder.resolve("policy"))
                            + "\n"
                            + Policies.of(ledger.owner()));
        }
        Ended after = files().verify("--last-seen", folder.resolve("seen.note").toString());
        assertThat(after.status()).as(after.toString()).isZero();
        assertThat(after.output()).contains("/2: ");
    }

    @Test
    void read_models_of_the_history_that_ended_are_not_gone_on_with() throws Exception {
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            proposed(ledger, 1);
            ledger.get("/v1/ccgs");
            Restoration.record(
                    ledger.owner(),
                    ledger.bean(Ledger.class),
                    new CheckpointFiles(ledger.keys().resolveSibling("checkpoints")),
                    "To try it",
                    Clock.systemUTC());
        }

        assertThatThrownBy(() -> RunningLedger.in(folder).close())
                .hasStackTraceContaining("comes from another history than this ledger's");
    }

    private LedgerFolder files() {
        return new LedgerFolder(folder);
    }

    private static String proposed(RunningLedger ledger, int number) {
        String ccg = "9R" + number;
        String ons = "E3899950" + number;
        Reply reply =
                ledger.post(
                        "ProposeCCG",
                        Senders.lead(ccg),
                        Sample.proposal(ccg, ons, ons, "Y9950" + number, "Y9960" + number));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.header("Consistency-Token").orElseThrow();
    }

    /// The last note in the file outside the database.
    private void newestNoteIsSaved() throws IOException {
        String notes = Files.readString(folder.resolve("data/keys/checkpoints"));
        int last = notes.lastIndexOf("\n\nccg-ledger/");
        Files.writeString(
                folder.resolve("newest.note"), notes.substring(last + 2).stripTrailing() + "\n");
    }
}
