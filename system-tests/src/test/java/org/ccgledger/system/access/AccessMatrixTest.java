package org.ccgledger.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ccgledger.access.Actors;
import org.ccgledger.command.CommandSide;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.Role;
import org.ccgledger.system.RunningLedger;
import org.ccgledger.system.access.Operations.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Every operation of the OpenAPI document, for nobody, for bad tokens and for every role, against
/// the table of docs/access.md that people review. An operation that the table does not know fails.
class AccessMatrixTest {

    private static final RunningLedger LEDGER = RunningLedger.start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Bearers BEARERS =
            new Bearers(Path.of(LEDGER.property("ccg.data-directory"), "keys", "tokens"));
    private static final List<Role> ROLES =
            Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).toList();
    private static final Map<String, List<String>> TABLE = table();
    private static final List<Operation> OPERATIONS =
            Operations.of(LEDGER.getAsAnybody("/v3/api-docs").json());

    private static final Set<String> NOT_LET_IN =
            Set.of("ROLE_NOT_PERMITTED", "ACTOR_NOT_OF_THIS_BODY");

    private record Answered(int status, String code) {}

    @AfterAll
    static void close() {
        HTTP.close();
        LEDGER.close();
    }

    /// The rows of the page by their first cell.
    private static Map<String, List<String>> table() {
        Map<String, List<String>> rows = new HashMap<>();
        try {
            for (String line : Files.readAllLines(Path.of("../docs/access.md"))) {
                if (line.startsWith("| `")) {
                    String[] cells = line.split("\\|", -1);
                    rows.put(
                            cells[1].strip().replace("`", ""),
                            Arrays.stream(cells)
                                    .skip(2)
                                    .limit(cells.length - 3)
                                    .map(String::strip)
                                    .toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static List<String> row(String operation) {
        return Objects.requireNonNull(TABLE.get(operation), operation);
    }

    @Test
    void every_operation_is_in_the_table() {
        assertThat(OPERATIONS).hasSizeGreaterThan(250);
        assertThat(OPERATIONS)
                .allSatisfy(operation ->
                        assertThat(TABLE)
                                .containsKey(
                                        operation
                                                .command()
                                                .orElse(
                                                        operation.method()
                                                                + " "
                                                                + operation.template())));
    }

    @Test
    void bad_tokens_are_nobodys() throws Exception {
        Actor auditor = new Actor("auditor-1", Role.AUDITOR, BodyRef.BOARD, null);
        List<String> faults = new ArrayList<>();
        for (Operation operation : OPERATIONS) {
            for (String bearer :
                    List.of(
                            BEARERS.expired(auditor),
                            BEARERS.ofAnotherAudience(auditor),
                            BEARERS.signedWithThePublicKey(auditor))) {
                Answered answered = ask(operation, bearer);
                if (answered.status() != 401) {
                    faults.add(operation.template() + " answered " + answered);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void commands_are_for_those_of_whom_the_table_says_so() throws Exception {
        List<String> faults = new ArrayList<>();
        for (Operation operation : OPERATIONS) {
            if (operation.command().isEmpty()) {
                continue;
            }
            String command = operation.command().orElseThrow();
            List<String> row = row(command);
            if (ask(operation, null).status() != 401) {
                faults.add(command + " is open to nobody");
            }
            for (int i = 0; i < ROLES.size(); i++) {
                Answered answered = ask(operation, token(ROLES.get(i)));
                if (!isExpected(row.get(i), ROLES.get(i), answered)) {
                    faults.add(
                            "%s as %s answered %s where the table says '%s'"
                                    .formatted(command, ROLES.get(i), answered, row.get(i)));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /// Whoever acts here is of another body than the one that every command is about; but there is
    /// one Board.
    private static boolean isExpected(String cell, Role role, Answered answered) {
        boolean isOfTheBoard = Actors.kindsOf(role).contains("BOARD");
        return switch (cell) {
            case "" -> answered.equals(new Answered(403, "ROLE_NOT_PERMITTED"));
            case "own" ->
                    answered.equals(new Answered(403, "ACTOR_NOT_OF_THIS_BODY"))
                            || (isOfTheBoard && answered.status() == 404);
            default -> isLetIn(answered) && !answered.code().equals("ROLE_NOT_PERMITTED");
        };
    }

    private static boolean isLetIn(Answered answered) {
        return answered.status() != 400 && answered.status() != 401 && answered.status() < 500;
    }

    @Test
    void those_of_the_body_itself_are_let_in() throws Exception {
        CommandTypes types = new CommandTypes(CommandSide.DECIDERS);
        List<String> faults = new ArrayList<>();
        int asked = 0;
        for (Operation operation : OPERATIONS) {
            Optional<CommandTypes.Type> type = operation.command().flatMap(types::named);
            if (type.isEmpty()) {
                continue;
            }
            for (int i = 0; i < ROLES.size(); i++) {
                Role role = ROLES.get(i);
                Optional<BodyRef> own =
                        row(type.get().name()).get(i).equals("own")
                                ? bodyOf(role, type.get(), operation.example())
                                : Optional.empty();
                if (own.isPresent()) {
                    asked++;
                    Answered answered = ask(operation, token(role, own.get()));
                    if (!isLetIn(answered) || NOT_LET_IN.contains(answered.code())) {
                        faults.add(
                                "%s as %s of %s answered %s"
                                        .formatted(type.get().name(), role, own.get(), answered));
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(100);
        assertThat(faults).isEmpty();
    }

    /// The body of the role's kind that the example is about.
    private static Optional<BodyRef> bodyOf(Role role, CommandTypes.Type type, JsonNode example) {
        ObjectNode fields = (ObjectNode) example.deepCopy();
        fields.retain(
                Arrays.stream(type.carrier().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        return EventJson.MAPPER.treeToValue(fields, type.carrier()).senders().stream()
                .filter(body -> Actors.kindsOf(role).contains(body.kind()))
                .findFirst();
    }

    @Test
    void answers_are_for_those_of_whom_the_table_says_so() throws Exception {
        List<String> faults = new ArrayList<>();
        for (Operation operation : OPERATIONS) {
            if (operation.command().isPresent()) {
                continue;
            }
            String route = operation.method() + " " + operation.template();
            String openTo = row(route).getFirst();
            expect(faults, route, ask(operation, null), openTo.equals("EVERYBODY") ? 0 : 401);
            for (Role role : ROLES) {
                boolean mayNot = openTo.equals("AUDITORS") && role != Role.AUDITOR;
                expect(
                        faults,
                        route + " as " + role,
                        ask(operation, token(role)),
                        mayNot ? 403 : 0);
            }
        }
        assertThat(faults).isEmpty();
    }

    /// @param status that is to be answered; 0 for any but those of access and of errors
    private static void expect(List<String> faults, String what, Answered answered, int status) {
        boolean isFine =
                status == 0
                        ? answered.status() != 401
                                && answered.status() < 500
                                && !answered.code().equals("ROLE_NOT_PERMITTED")
                        : answered.status() == status;
        if (!isFine) {
            faults.add(what + " answered " + answered);
        }
    }

    /// Of a body of the role's kind that no example names.
    private static String token(Role role) {
        String kind = Actors.kindsOf(role).stream().sorted().findFirst().orElseThrow();
        String code = kind.equals("BOARD") ? "X24" : kind.equals("PRACTICE") ? "Y00001" : "9ZX";
        return token(role, new BodyRef(kind + "/" + code));
    }

    private static String token(Role role, BodyRef body) {
        return BEARERS.good(new Actor("somebody-1", role, body, null));
    }

    private static Answered ask(Operation operation, @Nullable String bearer)
            throws IOException, InterruptedException {
        String body = operation.schema() == null ? "" : operation.example().toString();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(LEDGER.url() + operation.path()))
                        .header("Content-Type", operation.form())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .method(
                                operation.method(),
                                operation.method().equals("GET")
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), Operations.toItsEndIfItHasOne());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return new Answered(
                answer.statusCode(),
                type.startsWith("application/problem+json")
                        ? EventJson.MAPPER.readTree(answer.body()).path("code").asString("")
                        : "");
    }
}
