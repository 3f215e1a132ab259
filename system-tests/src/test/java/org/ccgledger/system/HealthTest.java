package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ccgledger.ledger.OwnPostgres;
import org.ccgledger.ledger.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What an orchestrator and an operator are told of a process whose databases, readers or signer
/// fail.
class HealthTest {

    @TempDir private static Path folder;
    private static OwnPostgres server;
    private static LedgerProcess process;
    private static Caller operator;

    @BeforeAll
    static void start() throws IOException, SQLException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        server = OwnPostgres.create();
        process =
                LedgerProcess.startOn(
                        server,
                        keys(),
                        "--management.server.port=" + port,
                        "--ccg.health.longest-wait=2s");
        operator = new Caller("http://127.0.0.1:" + port);
    }

    @AfterAll
    static void close() throws IOException {
        operator.close();
        process.close();
        server.close();
    }

    private static Path keys() {
        return folder.resolve("keys/ledger");
    }

    @Test
    void what_is_well_is_up_in_all_its_parts() throws Exception {
        awaitStatus("UP");
        JsonNode components = health().get("components");
        assertThat(components.propertyNames())
                .containsExactlyInAnyOrder(
                        "databases",
                        "projections",
                        "automations",
                        "checkpoints",
                        "livenessState",
                        "readinessState");
        for (String part :
                List.of(
                        "/databases/components/ledger",
                        "/databases/components/vault",
                        "/databases/components/query",
                        "/projections",
                        "/automations",
                        "/checkpoints")) {
            assertThat(components.at(part + "/status").asString("")).as(part).isEqualTo("UP");
        }
        assertThat(components.at("/checkpoints/details/keys").asString("")).isEqualTo("readable");
        assertThat(components.at("/projections/details/ccgs").propertyNames())
                .containsExactlyInAnyOrder("behind", "waitingSeconds", "parked");
        assertThat(components.at("/automations/details").propertyNames())
                .containsExactlyInAnyOrder("reactions", "due-dates", "erasures");
    }

    @Test
    void a_parked_event_is_for_somebody_to_look_at_and_the_process_serves() throws Exception {
        owner(
                """
                insert into projection.dead_letter_entry (dead_letter_id, processing_group, sequence_identifier,
                    sequence_index, message_type, event_identifier, time_stamp, payload_type, payload, enqueued_at)
                values ('1', 'ccgs', 'ccg:02N', 0, 'EVENT', '1', '', 'ccg.test.Unknown', '', '')
                """);
        isDegradedAndServes("projections");
        assertThat(health().at("/components/projections/details/ccgs/parked").asInt()).isEqualTo(1);

        owner("delete from projection.dead_letter_entry");
        awaitStatus("UP");
    }

    @Test
    void a_projection_that_stands_still_is_for_somebody_to_look_at() throws Exception {
        awaitStatus("UP");
        owner("create table kept as select * from projection.progress where projection = 'ccgs'");
        owner("update projection.progress set position = 0 where projection = 'ccgs'");
        isDegradedAndServes("projections");
        assertThat(health().at("/components/projections/details/ccgs/waitingSeconds").asInt())
                .isGreaterThan(2);

        owner(
                "update projection.progress p set position = k.position from kept k where k.projection = p.projection");
        awaitStatus("UP");
        owner("drop table kept");
    }

    @Test
    void keys_that_others_may_read_are_for_somebody_to_look_at() throws Exception {
        Files.setPosixFilePermissions(keys(), PosixFilePermissions.fromString("rw-r--r--"));
        isDegradedAndServes("checkpoints");
        assertThat(health().at("/components/checkpoints/details/keys").asString(""))
                .contains("chmod 600");

        Files.setPosixFilePermissions(keys(), PosixFilePermissions.fromString("rw-------"));
        awaitStatus("UP");
    }

    @Test
    void a_database_that_is_down_makes_it_not_ready_and_never_not_alive() throws Exception {
        awaitStatus("UP");
        server.kill();
        awaitStatus("DOWN");
        assertThat(get("").status()).isEqualTo(503);
        assertThat(get("/readiness").status()).isEqualTo(503);
        assertThat(get("/liveness").status()).isEqualTo(200);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reply> read = callers.submit(() -> process.caller().getAsAnybody("/v1/ccgs"));
            Future<Reply> sent =
                    callers.submit(() ->
                            process.caller()
                                    .post(
                                            "RecordStatedFigure",
                                            Senders.REGISTRY,
                                            Sample.about(
                                                    """
                                                    "figure": "down", "subject": "Groups", "counted": "NOT_COUNTED",
                                                    "figureSource": {"standing": "SYNTHETIC", "citation": "Made up"},
                                                    "value": "1", "unit": "CCGS", "asAt": "2013-04-01"
                                                    """)));
            for (Future<Reply> answer : List.of(read, sent)) {
                assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(503);
                assertThat(answer.get().header("Retry-After")).isPresent();
            }
        }
        assertThat(get("/liveness").status()).isEqualTo(200);

        server.start();
        awaitStatus("UP");
        assertThat(get("/readiness").status()).isEqualTo(200);
    }

    private static void isDegradedAndServes(String part) throws Exception {
        awaitStatus("DEGRADED");
        assertThat(health().at("/components/" + part + "/status").asString(""))
                .isEqualTo("DEGRADED");
        assertThat(get("").status()).isEqualTo(200);
        assertThat(get("/readiness").json().path("status").asString("")).isEqualTo("UP");
    }

    private static void awaitStatus(String status) throws Exception {
        Patience.until(
                "health is " + status, () -> health().path("status").asString("").equals(status));
    }

    private static JsonNode health() {
        return get("").json();
    }

    private static Reply get(String group) {
        return operator.getAsAnybody("/actuator/health" + group);
    }

    private static void owner(String statement) throws SQLException {
        try (Connection connection = server.superuser("ledger").getConnection();
                Statement execute = connection.createStatement()) {
            execute.execute(statement);
        }
    }
}
