package org.ccgledger.query.correlations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.ccgledger.events.Actor;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.authorisation.AuthorisationEvent.AssignedToWave;
import org.ccgledger.query.RunningQuerySide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CorrelationsTest {

    private static final String TREE = "/v1/audit/correlations/request-1";
    private static final UUID ELSEWHERE = UUID.randomUUID();
    private static final RunningQuerySide QUERIES = new RunningQuerySide();

    private static long first;
    private static long second;
    private static long reaction;
    private static long reactionToIt;
    private static long stranger;

    @BeforeAll
    static void record() {
        second = append("request-1", "Assign", null, assigned("01A", 1), assigned("01A", 2));
        first = second - 1;
        reaction = append("request-1", "React", id(second), assigned("01B", 1));
        append("request-2", "Other", null, assigned("01C", 1));
        reactionToIt = append("request-1", "ReactAgain", id(reaction), assigned("01D", 1));
        stranger = append("request-1", "FromElsewhere", ELSEWHERE, assigned("01E", 1));
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    private static AssignedToWave assigned(String ccg, int wave) {
        return new AssignedToWave(
                new CcgCode(ccg),
                wave,
                new CatalogueVersion("final-2012"),
                LocalDate.of(2012, 6, 1));
    }

    /// The position of the last of the events.
    private static long append(
            String correlation, String command, @Nullable UUID cause, CcgEvent... events) {
        return QUERIES.history()
                .append(
                        StreamName.application(((AssignedToWave) events[0]).ccg()),
                        new EventMetadata(
                                command,
                                true,
                                Actor.SYSTEM,
                                null,
                                null,
                                List.of(),
                                null,
                                correlation,
                                cause,
                                "rules-1"),
                        events);
    }

    private static UUID id(long position) {
        return QUERIES.ledger().readAfter(position - 1, 1).getFirst().eventId();
    }

    @Test
    void each_command_stands_beneath_the_event_that_it_reacts_to() {
        JsonNode tree = QUERIES.json(TREE);

        assertThat(tree.get("correlationId").asString()).isEqualTo("request-1");
        assertThat(commands(tree.get("items"))).containsExactly("Assign", "FromElsewhere");
        JsonNode assign = tree.at("/items/0");
        assertThat(positions(assign)).containsExactly(first, second);
        assertThat(assign.at("/events/0/caused")).isEmpty();
        assertThat(commands(assign.at("/events/1/caused"))).containsExactly("React");
        JsonNode react = assign.at("/events/1/caused/0");
        assertThat(positions(react)).containsExactly(reaction);
        assertThat(commands(react.at("/events/0/caused"))).containsExactly("ReactAgain");
        assertThat(positions(react.at("/events/0/caused/0"))).containsExactly(reactionToIt);
        assertThat(positions(tree.at("/items/1"))).containsExactly(stranger);
        assertThat(tree.at("/items/1/causationId").asString()).isEqualTo(ELSEWHERE.toString());
    }

    private static List<String> commands(JsonNode items) {
        return items.valueStream().map(item -> item.get("command").asString()).toList();
    }

    private static List<Long> positions(JsonNode command) {
        return command.get("events")
                .valueStream()
                .map(event -> event.get("position").asLong())
                .toList();
    }

    @Test
    void it_links_to_what_it_names() {
        JsonNode command = QUERIES.json(TREE).at("/items/0");

        assertThat(command.get("receipt").asString())
                .isEqualTo("/v1/commands/" + command.get("commandId").asString());
        String event = command.at("/events/0/self").asString();
        assertThat(QUERIES.json(event).at("/event/position").asLong()).isEqualTo(first);
    }

    @Test
    void it_is_as_it_was_known() {
        JsonNode then = QUERIES.json(TREE + "?knownAt=" + second);

        assertThat(then.at("/items/0/events/1/caused")).isEmpty();
        assertThat(then.get("items")).hasSize(1);
    }

    @Test
    void a_table_has_the_events_in_their_order() {
        assertThat(QUERIES.get(TREE, "Accept", "text/csv").body().lines())
                .hasSize(6)
                .first()
                .asString()
                .startsWith("position,");
    }

    @Test
    void one_that_is_not_known_is_not_found_and_one_that_is_too_large_is_listed_elsewhere() {
        assertThat(QUERIES.get("/v1/audit/correlations/none").statusCode()).isEqualTo(404);
        CcgEvent[] many = new CcgEvent[1_001];
        Arrays.setAll(many, n -> assigned("01F", 1 + n % 4));
        append("request-3", "Many", null, many);
        QUERIES.catchUp();

        HttpResponse<String> answer = QUERIES.get("/v1/audit/correlations/request-3");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(EventJson.MAPPER.readTree(answer.body()).get("detail").asString())
                .contains("/v1/audit/events?correlationId=");
    }
}
