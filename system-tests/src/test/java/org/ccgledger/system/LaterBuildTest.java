package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.AppendResult.Appended;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.NewEvent;
import org.junit.jupiter.api.Test;

/// A later build has written to the ledger what this one cannot read.
class LaterBuildTest {

    private static final String PRACTICE = Senders.practice("Y99001");
    private static final byte[] JSON = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void nothing_is_decided_on_it_and_auditors_see_it() {
        try (RunningLedger ledger = RunningLedger.start()) {
            Appended later =
                    (Appended)
                            ledger.bean(Ledger.class)
                                    .append(
                                            new Append(
                                                    UUID.randomUUID(),
                                                    new byte[32],
                                                    JSON,
                                                    JSON,
                                                    List.of(),
                                                    "application:9ZY",
                                                    0,
                                                    List.of(
                                                            new NewEvent(
                                                                    "ccg.authorisation.CCGProposed",
                                                                    99,
                                                                    LocalDate.of(2012, 10, 1),
                                                                    Set.of(),
                                                                    JSON,
                                                                    List.of())),
                                                    List.of()));

            Reply refused = propose(ledger, "9ZY");
            assertThat(refused.status()).as("%s", refused).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("UNAVAILABLE");
            assertThat(refused.body())
                    .contains("ccg.authorisation.CCGProposed in version 99 in this build");
            Reply batch = ledger.caller().batch(PRACTICE, line("9ZY"));
            assertThat(batch.json().get("status").asInt()).as("%s", batch).isEqualTo(503);
            assertThat(batch.json().at("/answer/code").asString()).isEqualTo("UNAVAILABLE");
            assertThat(propose(ledger, "9ZX").status()).isEqualTo(201);
            assertThat(
                            ledger.get("/v1/audit/events/" + later.firstPosition())
                                    .json()
                                    .at("/event/schemaVersion")
                                    .asInt())
                    .isEqualTo(99);
        }
    }

    private static Reply propose(RunningLedger ledger, String ccg) {
        return ledger.post("ProposeCCG", PRACTICE, proposal(ccg));
    }

    private static String line(String ccg) {
        return "{\"command\":\"ProposeCCG\",\"key\":\"later-build-key-1\",\"body\":%s}"
                .formatted(proposal(ccg).replace("\n", ""));
    }

    private static String proposal(String ccg) {
        return Sample.proposal(ccg, "E38999001", "E38999001", "Y99001", "Y99002");
    }
}
