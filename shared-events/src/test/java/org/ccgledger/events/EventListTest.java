package org.ccgledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Keeps `docs/events.md`, the list of all events, at what the code says.
class EventListTest {

    private static final Path LIST = Path.of("../docs/events.md");
    private static final Path MADE = Path.of("target/events.md");

    private static final String HEAD =
            """
            # The events

            Made from the code by `EventListTest`; edit the code instead. `GET /v1/event-types` lists them with the schema of
            what each holds. A decision cites its authority and is not dated before the last one of its stream; a fact may be.

            | event | version | is |
            |---|---|---|
            """;

    @Test
    void the_list_of_events_is_what_the_code_says() throws IOException {
        String made =
                HEAD
                        + EventTypes.all().stream()
                                .map(type ->
                                        "| `%s` | %d | %s |\n"
                                                .formatted(
                                                        type.name(),
                                                        type.version(),
                                                        type.fact() ? "a fact" : "a decision"))
                                .collect(Collectors.joining());
        Files.writeString(MADE, made);

        assertThat(Files.exists(LIST) ? Files.readString(LIST) : "")
                .as("copy shared-events/%s to docs/events.md", MADE)
                .isEqualTo(made);
    }
}
