package org.ccgledger.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.command.CommandSide;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.command.http.CommandReader.Beside;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.Examples;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/// Holds every command that can be sent, and what is said to a body that is not one.
class CommandTypesTest {

    private static final CommandTypes TYPES = new CommandTypes(CommandSide.DECIDERS);

    /// As a sender writes a command: with the text of personal parts in its place.
    private static final JsonMapper SENDER =
            EventJson.MAPPER
                    .rebuild()
                    .addModule(new SimpleModule("sender").addSerializer(new PersonalTextInPlace()))
                    .build();

    private static final class PersonalTextInPlace extends StdSerializer<PersonalText> {
        PersonalTextInPlace() {
            super(PersonalText.class);
        }

        @Override
        public void serialize(
                PersonalText value,
                tools.jackson.core.JsonGenerator json,
                tools.jackson.databind.SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("subject", value.subject().value());
            json.writeStringProperty("text", value.text());
            json.writeEndObject();
        }
    }

    /// Guilty: whoever likes may send them, and the parts have kinds of which no form is known.
    sealed interface GuiltyCommand extends Command {

        record SendAnything(ApprovalId approval, @Nullable Object anything)
                implements GuiltyCommand {
            @Override
            public Set<BodyRef> senders() {
                return Set.of();
            }
        }

        @SentBy({})
        record SendFromNobody(ApprovalId approval, Map<String, Role> roles)
                implements GuiltyCommand {
            @Override
            public Set<BodyRef> senders() {
                return Set.of();
            }
        }

        @SentBy(Role.AUDITOR)
        final class SendNothing implements GuiltyCommand {
            @Override
            public Set<BodyRef> senders() {
                return Set.of();
            }
        }

        @SentBy(Role.AUDITOR)
        record SendSource(ApprovalId approval, String source) implements GuiltyCommand {
            @Override
            public Set<BodyRef> senders() {
                return Set.of();
            }
        }
    }

    /// What keeps a command from being taken over HTTP.
    private static List<String> faults(Class<? extends Command> kind) {
        List<String> faults = new ArrayList<>();
        SentBy sentBy = kind.getAnnotation(SentBy.class);
        if (sentBy == null || sentBy.value().length == 0) {
            faults.add("nobody may send it");
        }
        if (!kind.isRecord()) {
            faults.add("is not a record");
            return faults;
        }
        for (RecordComponent component : kind.getRecordComponents()) {
            Type beside = BESIDE.get(component.getName());
            if (beside != null && !beside.equals(component.getGenericType())) {
                faults.add(component.getName() + " is something else beside every command");
            }
        }
        try {
            faults.addAll(misfits(body(Examples.full(kind)), kind));
            faults.addAll(misfits(body(Examples.required(kind)), kind));
        } catch (IllegalArgumentException | IllegalStateException e) {
            faults.add(e.getMessage());
        }
        return faults;
    }

    private static final Map<String, Type> BESIDE =
            Arrays.stream(Beside.class.getRecordComponents())
                    .collect(
                            Collectors.toMap(
                                    RecordComponent::getName, RecordComponent::getGenericType));

    private static List<String> misfits(JsonNode body, Class<?> kind) {
        try {
            Shape.of(kind).read(body);
            return List.of();
        } catch (Problem problem) {
            return told(problem).map(FieldError::toString).toList();
        }
    }

    private static ObjectNode body(Object command) {
        return SENDER.valueToTree(command);
    }

    /// A whole body, as it is sent, of which only rules between fields may complain.
    private static ObjectNode sent(CommandTypes.Type type) {
        ObjectNode sent = body(Examples.full(type.carrier()));
        sent.setAll(body(Examples.full(Beside.class)));
        return sent;
    }

    private static List<FieldError> errors(CommandTypes.Type type, String body) {
        try {
            CommandReader.read(body.getBytes(UTF_8), type);
            return List.of();
        } catch (Problem problem) {
            return told(problem).toList();
        }
    }

    private static Stream<FieldError> told(Problem problem) {
        JsonNode answer = EventJson.MAPPER.readTree(problem.response("/").getBody());
        assertThat(answer.get("status").intValue()).isEqualTo(400);
        assertThat(answer.get("code").stringValue()).isEqualTo("INVALID_FIELD");
        return answer.get("errors")
                .valueStream()
                .map(error ->
                        new FieldError(
                                error.get("pointer").stringValue(),
                                error.get("message").stringValue()));
    }

    private static CommandTypes.Type named(String name) {
        return TYPES.named(name).orElseThrow();
    }

    /// The required fields of a command and those beside it.
    private static List<String> required(CommandTypes.Type type) {
        List<String> required = new ArrayList<>();
        body(Examples.required(type.carrier())).propertyNames().forEach(required::add);
        body(Examples.required(Beside.class)).propertyNames().forEach(required::add);
        return required;
    }

    @Test
    void every_command_can_be_sent_in_a_form_that_is_known() {
        assertThat(TYPES.all()).hasSizeGreaterThan(40);
        assertThat(TYPES.all())
                .allSatisfy(type -> assertThat(faults(type.carrier())).as(type.name()).isEmpty());
    }

    @Test
    void a_command_that_cannot_be_sent_is_found() {
        assertThat(faults(GuiltyCommand.SendAnything.class))
                .contains("nobody may send it")
                .anyMatch(fault -> fault.contains("class java.lang.Object"));
        assertThat(faults(GuiltyCommand.SendFromNobody.class))
                .contains("nobody may send it")
                .hasSizeGreaterThan(1);
        assertThat(faults(GuiltyCommand.SendNothing.class)).containsExactly("is not a record");
        assertThat(faults(GuiltyCommand.SendSource.class))
                .containsExactly("source is something else beside every command");
    }

    @Test
    void two_commands_may_not_share_a_name() {
        assertThatIllegalStateException()
                .isThrownBy(() -> twice(CommandSide.DECIDERS.getFirst()))
                .withMessageStartingWith("Two commands are named");
    }

    private static CommandTypes twice(Decider<?, ?> decider) {
        return new CommandTypes(List.of(decider, decider));
    }

    @Test
    void commands_are_listed_in_the_order_of_their_names() {
        assertThat(TYPES.all())
                .extracting(CommandTypes.Type::name)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(TYPES.all())
                .hasSize(CommandSide.DECIDERS.stream().mapToInt(CommandTypesTest::kinds).sum())
                .allSatisfy(type -> assertThat(TYPES.named(type.name())).contains(type));
    }

    private static int kinds(Decider<?, ?> decider) {
        return decider.commands().getPermittedSubclasses().length;
    }

    @Test
    void a_whole_body_is_complained_of_by_rules_between_fields_alone() {
        for (CommandTypes.Type type : TYPES.all()) {
            List<FieldError> between = Examples.full(type.carrier()).fieldErrors();
            assertThat(errors(type, sent(type).toString())).as(type.name()).isEqualTo(between);
        }
    }

    @Test
    void a_body_is_read_to_the_command_that_was_sent() {
        for (CommandTypes.Type type : TYPES.all()) {
            for (Command command :
                    List.of(Examples.full(type.carrier()), Examples.required(type.carrier()))) {
                assertThat((Object) Shape.of(type.carrier()).read(body(command)))
                        .isEqualTo(command);
            }
        }
    }

    @Test
    void what_stands_beside_the_fields_of_a_command_is_read_with_it() {
        CommandTypes.Type type = named("AppointAccountableOfficer");

        CommandReader.Read read = CommandReader.read(sent(type).toString().getBytes(UTF_8), type);

        assertThat(read.command()).isEqualTo(Examples.full(type.carrier()));
        assertThat(read.beside()).isEqualTo(Examples.full(Beside.class));
    }

    @Test
    void what_a_command_declares_and_every_command_has_beside_it_is_said_once() {
        CommandTypes.Type type = named("SubmitReviewEvidence");

        CommandReader.Read read = CommandReader.read(sent(type).toString().getBytes(UTF_8), type);

        assertThat(read.command()).isEqualTo(Examples.full(type.carrier()));
        assertThat(read.beside().evidence()).isEqualTo(Examples.full(Beside.class).evidence());
    }

    @Test
    void every_required_field_that_is_absent_or_null_is_named() {
        for (CommandTypes.Type type : TYPES.all()) {
            for (String field : required(type)) {
                FieldError named = new FieldError("/" + field, "is required");
                ObjectNode absent = sent(type);
                absent.remove(field);
                ObjectNode nothing = sent(type);
                nothing.putNull(field);

                assertThat(errors(type, absent.toString())).as(type.name()).containsExactly(named);
                assertThat(errors(type, nothing.toString())).as(type.name()).containsExactly(named);
            }
        }
    }

    @Test
    void an_optional_field_may_be_null() {
        ObjectNode body = sent(named("AssessCriterion"));
        body.putNull("note");

        assertThat(errors(named("AssessCriterion"), body.toString())).isEmpty();
    }

    @Test
    void every_field_of_another_type_is_named() {
        for (CommandTypes.Type type : TYPES.all()) {
            for (String field : sent(type).propertyNames()) {
                for (JsonNode other : othersThan(sent(type).get(field))) {
                    ObjectNode body = sent(type);
                    body.set(field, other);

                    assertThat(errors(type, body.toString()))
                            .as("%s with %s as %s", type.name(), other, field)
                            .isNotEmpty()
                            .allMatch(error -> error.pointer().startsWith("/" + field));
                }
            }
        }
    }

    /// A value of each other type of JSON; what a text might have to mean is left out, and so is a
    /// number out of range.
    private static List<JsonNode> othersThan(JsonNode value) {
        return List.of("true", "7.5", "\" \"", "{\"a\":1}", "[[]]").stream()
                .<JsonNode>map(EventJson.MAPPER::readTree)
                .filter(other -> !(other.isBoolean() && value.isBoolean()))
                .toList();
    }

    @Test
    void a_field_that_is_not_the_commands_is_named() {
        for (CommandTypes.Type type : TYPES.all()) {
            ObjectNode body = sent(type);
            body.put("recordedAt", "2013-04-01");

            assertThat(errors(type, body.toString()))
                    .as(type.name())
                    .containsExactly(
                            new FieldError("/recordedAt", "is not a field of " + type.name()));
        }
    }

    @Test
    void an_unknown_field_of_a_field_is_named_by_its_whole_pointer() {
        ObjectNode body = sent(named("IssueDirection"));
        ((ObjectNode) body.get("document")).put("a/b~c", 1);

        assertThat(errors(named("IssueDirection"), body.toString()))
                .extracting(FieldError::pointer)
                .containsExactly("/document/a~1b~0c");
    }

    @Test
    void a_field_that_stands_twice_is_not_read() {
        for (CommandTypes.Type type : TYPES.all()) {
            String field = required(type).getFirst();
            JsonNode value = sent(type).get(field);
            String twice = "{\"" + field + "\":" + value + "," + sent(type).toString().substring(1);

            assertThat(errors(type, twice))
                    .as(type.name())
                    .singleElement()
                    .satisfies(error ->
                            assertThat(error.message())
                                    .startsWith("is not JSON that can be read: Duplicate"));
        }
    }

    @Test
    void what_is_not_an_object_is_not_a_command() {
        CommandTypes.Type type = named("WithdrawApplication");

        assertThat(List.of("null", "7", "\"02N\"", "[]", "[{\"ccg\":\"02N\"}]", "", " "))
                .allSatisfy(body ->
                        assertThat(errors(type, body))
                                .singleElement()
                                .satisfies(error -> assertThat(error.pointer()).isEmpty()));
    }

    @Test
    void what_is_not_json_is_not_read() {
        CommandTypes.Type type = named("WithdrawApplication");
        String body = sent(type).toString();

        assertThat(
                        List.of(
                                body.substring(1),
                                body.substring(0, body.length() - 1),
                                body + "{}",
                                body.replace('"', '\''),
                                "\u0000"))
                .allSatisfy(broken ->
                        assertThat(errors(type, broken))
                                .singleElement()
                                .satisfies(error ->
                                        assertThat(error.message()).startsWith("is not JSON")));
    }

    @Test
    void bytes_that_are_not_utf_8_are_not_read() {
        CommandTypes.Type type = named("RespondToRecommendation");
        byte[] body =
                sent(type)
                        .toString()
                        .replace("response, ", "response\u00e9")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> CommandReader.read(body, type));
    }

    @Test
    void text_is_bounded() {
        CommandTypes.Type type = named("RespondToRecommendation");

        assertThat(errors(type, response(type, "a".repeat(10_000)))).isEmpty();
        assertThat(errors(type, response(type, "a".repeat(10_001))))
                .extracting(FieldError::pointer)
                .containsExactly("/response");
        assertThat(errors(type, response(type, "a".repeat(100_001))))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).startsWith("is not JSON"));
        assertThat(errors(type, response(type, "a bell \u0007")))
                .extracting(FieldError::pointer)
                .containsExactly("/response");
    }

    private static String response(CommandTypes.Type type, String text) {
        ObjectNode body = sent(type);
        body.put("response", text);
        return body.toString();
    }

    @Test
    void personal_text_is_bounded() {
        CommandTypes.Type type = named("AppointAccountableOfficer");
        ObjectNode body = sent(type);
        ObjectNode name = (ObjectNode) body.get("name");

        name.put("text", "a".repeat(2_000));
        assertThat(errors(type, body.toString())).isEmpty();
        name.put("text", "a".repeat(2_001));
        assertThat(errors(type, body.toString()))
                .extracting(FieldError::pointer)
                .containsExactly("/name/text");
        name.remove("text");
        assertThat(errors(type, body.toString()))
                .extracting(FieldError::pointer)
                .containsExactly("/name/text");
    }

    @Test
    void a_list_is_bounded() {
        CommandTypes.Type type = named("JoinApplication");
        ObjectNode body = sent(type);
        for (int i = 0; i < 1_000; i++) {
            body.withArray("approvals").add("an-approval-" + i);
        }

        assertThat(errors(type, body.toString()))
                .extracting(FieldError::pointer)
                .containsExactly("/approvals");
    }

    @Test
    void nesting_is_bounded() {
        CommandTypes.Type type = named("WithdrawApplication");
        ObjectNode body = sent(type);
        body.set("ccg", EventJson.MAPPER.createObjectNode());
        String deep = "[".repeat(40) + "]".repeat(40);

        assertThat(errors(type, body.toString().replace("\"ccg\":{}", "\"ccg\":" + deep)))
                .singleElement()
                .satisfies(error ->
                        assertThat(error.message()).startsWith("is not JSON").contains("depth"));
    }
}
