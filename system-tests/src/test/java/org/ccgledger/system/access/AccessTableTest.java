package org.ccgledger.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.ccgledger.command.CommandSide;
import org.ccgledger.command.handling.Access;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.events.Role;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// Holds docs/access.md, which people review, against what the code says.
class AccessTableTest {

    private static final Path PAGE = Path.of("../docs/access.md");
    private static final Path MADE = Path.of("target/access.md");

    private static final String PREFACE =
            """
            # Who may do what

            Made from the code by `AccessTableTest`, which fails while this page lags behind and says how to renew it. A line
            that appears or changes here is a decision about access, and is reviewed as one.

            ## Commands

            `yes`: the role may send it. `own`: for a body alone that is one of the command's. `rule`: a rule of the command says
            no, with a code of its own. Empty: ROLE_NOT_PERMITTED. SYSTEM is the software itself; no token has that role.

            """;

    @Test
    void the_page_says_what_the_code_says() throws IOException {
        String made = PREFACE + commands() + "\n## Routes\n\n" + routes();
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, made);

        assertThat(made)
                .as("After review: cp system-tests/target/access.md docs/access.md")
                .isEqualTo(Files.readString(PAGE));
    }

    @Test
    void every_route_says_to_whom_it_is_open() {
        assertThat(Route.all())
                .hasSizeGreaterThan(30)
                .allSatisfy(route -> assertThat(route.openTo()).as(route.toString()).isNotNull());
    }

    @Test
    void there_is_a_measure_for_every_route() throws IOException {
        Map<String, Map<String, Object>> settings =
                new Yaml()
                        .load(
                                Files.readString(
                                        Path.of(
                                                "../standalone/src/main/resources/application.yaml")));

        assertThat(
                        Objects.requireNonNull(settings.get("management"))
                                .get("metrics.web.server.max-uri-tags"))
                .asInstanceOf(InstanceOfAssertFactories.INTEGER)
                .isGreaterThan(2 * Route.all().size());
    }

    private static String commands() {
        List<Role> roles = List.of(Role.values());
        StringBuilder table = new StringBuilder("| command |");
        roles.forEach(role -> table.append(' ').append(role).append(" |"));
        table.append("\n|---|").append("---|".repeat(roles.size())).append('\n');
        new CommandTypes(CommandSide.DECIDERS)
                .all()
                .forEach(type ->
                        table.append("| `")
                                .append(type.name())
                                .append("` |")
                                .append(
                                        roles.stream()
                                                .map(role ->
                                                        cell(Access.standing(type.carrier(), role)))
                                                .collect(Collectors.joining("|")))
                                .append("|\n"));
        return table.toString();
    }

    private static String cell(Access.Standing standing) {
        return switch (standing) {
            case MAY -> " yes ";
            case FOR_ITS_OWN_BODY -> " own ";
            case LEFT_TO_A_RULE -> " rule ";
            case MAY_NOT -> " ";
        };
    }

    private static String routes() {
        return Arrays.asList(
                                "EVERYBODY: without a token, or with any. TOKEN_HOLDERS: in"
                                        + " whatever role; of commands each says itself who may send\n"
                                        + "it, and a receipt is read by its sender and by auditors."
                                        + " AUDITORS: in that role.\n",
                                "| route | open to | who reads is recorded |",
                                "|---|---|---|")
                        .stream()
                        .collect(Collectors.joining("\n"))
                + "\n"
                + Route.all().stream()
                        .map(route ->
                                "| `%s %s` | %s |%s|\n"
                                        .formatted(
                                                route.method(),
                                                route.path(),
                                                route.stated().value(),
                                                route.stated().personal() ? " yes " : " "))
                        .collect(Collectors.joining())
                + "| `GET /actuator/health` | EVERYBODY | |\n"
                + "| `GET /actuator/prometheus`, on a port of its own alone | EVERYBODY | |\n";
    }
}
