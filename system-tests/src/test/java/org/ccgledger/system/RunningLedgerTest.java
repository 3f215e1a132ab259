package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ccgledger.ledger.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RunningLedgerTest {

    private static final RunningLedger LEDGER =
            RunningLedger.start("--management.endpoints.web.exposure.include=health,prometheus");

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void what_was_sent_is_what_is_told() {
        Reply recorded =
                LEDGER.post(
                        "ProposeCCG",
                        Senders.lead("02N"),
                        """
                        {"ccg": "02N", "ons": "E38000001", "areaTeam": "Q52",
                         "proposedName": "NHS Airedale Clinical Commissioning Group",
                         "area": ["E38000001"], "applicants": ["Z00001", "Z00002"],
                         "constitution": {"title": "Constitution"},
                         "proposedAccountableOfficer": "6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11",
                         "authority": {"instrument": "NHS Act 2006", "provision": "s.14B"},
                         "effectiveOn": "2012-07-01"}
                        """);

        assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
        assertThat(LEDGER.get("/v1/ccgs").json().path("items").path(0).path("name").asString(""))
                .isEqualTo("NHS Airedale Clinical Commissioning Group");
    }

    @Test
    void everybody_is_told_the_status_of_health_and_nothing_else() throws Exception {
        for (String path : List.of("", "/liveness", "/readiness")) {
            Patience.until(
                    "it is up",
                    () -> LEDGER.getAsAnybody("/actuator/health" + path).body().contains("\"UP\""));
            Reply health = LEDGER.getAsAnybody("/actuator/health" + path);
            assertThat(health.status()).isEqualTo(200);
            assertThat(health.body()).doesNotContain("components", "details", "databases");
        }
        assertThat(LEDGER.getAsAnybody("/actuator/health/databases").status()).isEqualTo(404);
    }

    @Test
    void the_meters_are_told_to_nobody_on_the_servers_port() {
        assertThat(LEDGER.getAsAnybody("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(LEDGER.get("/actuator/prometheus").status()).isEqualTo(403);
    }
}
