package org.ccgledger.standalone;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.command.http.CommandExample;
import org.ccgledger.command.http.CommandSchema;
import org.ccgledger.command.http.RuleBook;
import org.ccgledger.events.EventJson;
import org.ccgledger.query.http.Listing;
import org.ccgledger.query.http.Lists;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Describes what the application answers to, made from its routes and from the records of the
/// commands.
@RestController
class OpenApiController {

    private static final String QUERIES = "org.ccgledger.query.";
    private static final String COMMAND = "/v1/commands/{name}";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^}]*}");

    private final ObjectProvider<CommandTypes> commands;
    private final RequestMappingHandlerMapping routes;
    private final Supplier<ObjectNode> document = SingletonSupplier.of(this::made);

    OpenApiController(
            ObjectProvider<CommandTypes> commands,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.commands = commands;
        this.routes = routes;
    }

    @OpenTo(Callers.EVERYBODY)
    @GetMapping("/v3/api-docs")
    ObjectNode document() {
        return document.get();
    }

    private ObjectNode made() {
        ObjectNode document = node().put("openapi", "3.1.0");
        document.set(
                "info",
                node().put("title", "CCG Ledger")
                        .put("version", "1")
                        .put(
                                "description",
                                "Commands become entries of an append-only ledger; questions are"
                                        + " answered as at a day and as known at a moment."));
        ObjectNode paths = document.putObject("paths");
        routes.getHandlerMethods().forEach((route, handler) -> add(paths, route, handler));
        commands.ifAvailable(types -> types.all().forEach(command -> add(paths, command)));
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .set("token", node().put("type", "http").put("scheme", "bearer"));
        components.set("parameters", parameters());
        components.set("responses", responses());
        components.set("schemas", schemas());
        return document;
    }

    private static void add(ObjectNode paths, RequestMappingInfo route, HandlerMethod handler) {
        OpenTo openTo = handler.getMethodAnnotation(OpenTo.class);
        if (openTo == null) {
            return;
        }
        for (String path : route.getPatternValues()) {
            for (RequestMethod method : route.getMethodsCondition().getMethods()) {
                if (!(path.equals(COMMAND) && method == RequestMethod.POST)) {
                    ObjectNode operation = operation(handler, openTo);
                    addVariables(operation, path);
                    addParameters(operation, handler);
                    addForms(operation, route);
                    item(paths, path).set(method.name().toLowerCase(Locale.ROOT), operation);
                }
            }
        }
    }

    private static ObjectNode operation(HandlerMethod handler, OpenTo openTo) {
        Class<?> controller = handler.getBeanType();
        ObjectNode operation =
                node().put(
                                "operationId",
                                controller.getSimpleName() + "." + handler.getMethod().getName());
        String capability = controller.getPackageName();
        operation.putArray("tags").add(capability.substring(capability.lastIndexOf('.') + 1));
        if (openTo.value() != Callers.EVERYBODY) {
            secured(operation);
        }
        ArrayNode parameters = operation.putArray("parameters");
        if (controller.getName().startsWith(QUERIES)) {
            List.of("asOf", "knownAt", "ConsistencyToken")
                    .forEach(name ->
                            parameters.addObject().put("$ref", "#/components/parameters/" + name));
        }
        ObjectNode responses = operation.putObject("responses");
        responses.putObject("200").put("description", "The answer.");
        responses.putObject("default").put("$ref", "#/components/responses/problem");
        return operation;
    }

    private static void addVariables(ObjectNode operation, String path) {
        ArrayNode parameters = (ArrayNode) operation.get("parameters");
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            parameters
                    .addObject()
                    .put("name", variables.group(1))
                    .put("in", "path")
                    .put("required", true)
                    .set("schema", node().put("type", "string"));
        }
    }

    private static void addParameters(ObjectNode operation, HandlerMethod handler) {
        ArrayNode parameters = (ArrayNode) operation.get("parameters");
        Lists lists = handler.getMethodAnnotation(Lists.class);
        if (lists != null) {
            listing(handler.getBeanType(), lists.value())
                    .described()
                    .forEach(parameter ->
                            parameters.add(
                                    query(
                                            parameter.name(),
                                            parameter.description(),
                                            schema(parameter.kind()))));
        }
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null) {
                parameters.add(query(named.name(), "", text()));
            }
        }
    }

    private static Listing listing(Class<?> controller, String constant) {
        try {
            Field held = controller.getDeclaredField(constant);
            held.setAccessible(true);
            return (Listing) held.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(controller + " has no listing " + constant, e);
        }
    }

    private static ObjectNode schema(Listing.Filter.Kind kind) {
        return switch (kind) {
            case TEXT -> text();
            case NUMBER -> node().put("type", "integer");
            case DATE -> text().put("format", "date");
            case FLAG -> node().put("type", "boolean");
        };
    }

    private static ObjectNode text() {
        return node().put("type", "string");
    }

    /// Those that a route names; a stream of events among them has no end.
    private static void addForms(ObjectNode operation, RequestMappingInfo route) {
        route.getProducesCondition()
                .getProducibleMediaTypes()
                .forEach(form ->
                        ((ObjectNode) operation.at("/responses/200"))
                                .withObject("/content")
                                .putObject(form.toString()));
    }

    private static void add(ObjectNode paths, CommandTypes.Type command) {
        SentBy senders = Objects.requireNonNull(command.carrier().getAnnotation(SentBy.class));
        ObjectNode operation =
                node().put("operationId", command.name())
                        .put("description", "Sent by: " + List.of(senders.value()));
        operation.putArray("tags").add("commands");
        secured(operation);
        operation
                .putArray("parameters")
                .addObject()
                .put("$ref", "#/components/parameters/IdempotencyKey");
        ObjectNode content =
                operation
                        .putObject("requestBody")
                        .put("required", true)
                        .putObject("content")
                        .putObject("application/json");
        content.set("schema", CommandSchema.of(command));
        content.set("example", CommandExample.of(command));
        ObjectNode responses = operation.putObject("responses");
        responses
                .putObject("201")
                .put("description", "It was accepted, and is durable: the receipt.");
        responses.putObject("200").put("description", "Nothing was left to do: the receipt.");
        refusals(command).forEach((status, refusal) -> responses.set(status, refusal));
        responses.putObject("default").put("$ref", "#/components/responses/problem");
        item(paths, "/v1/commands/" + command.name()).set("post", operation);
    }

    /// What the rules of the command's capability can refuse it for, by status.
    private static Map<String, ObjectNode> refusals(CommandTypes.Type command) {
        String named = command.carrier().getPackageName();
        Map<String, Set<String>> codes = new TreeMap<>();
        RuleBook.of(named.substring(named.lastIndexOf('.') + 1))
                .forEach(rule ->
                        codes.computeIfAbsent(Integer.toString(rule.status()), _ -> new TreeSet<>())
                                .add(rule.code()));
        Map<String, ObjectNode> refusals = new TreeMap<>();
        codes.forEach((status, refusing) -> {
            ObjectNode refusal =
                    node().put(
                                    "description",
                                    "A rule refuses it, each told of at /problems: "
                                            + String.join(", ", refusing));
            refusal.set("content", problem());
            refusals.put(status, refusal);
        });
        return refusals;
    }

    private static ObjectNode parameters() {
        ObjectNode parameters = node();
        parameters.set(
                "asOf",
                query(
                        "asOf",
                        "The day in force; today if it is left out.",
                        text().put("format", "date")));
        parameters.set(
                "knownAt",
                query(
                        "knownAt",
                        "What was known: a position of the ledger or an instant; all if it is left"
                                + " out.",
                        text()));
        parameters.set(
                "ConsistencyToken",
                header(
                        "Consistency-Token",
                        false,
                        "Of a receipt: the answer reflects what that recorded."));
        parameters.set(
                "IdempotencyKey",
                header(
                        "Idempotency-Key",
                        true,
                        "16 to 128 characters of the sender's choice; what is sent twice under one"
                                + " is decided once."));
        return parameters;
    }

    private static ObjectNode query(String name, String description, ObjectNode schema) {
        ObjectNode parameter = node().put("name", name).put("in", "query");
        if (!description.isEmpty()) {
            parameter.put("description", description);
        }
        parameter.set("schema", schema);
        return parameter;
    }

    private static ObjectNode header(String name, boolean required, String description) {
        ObjectNode parameter =
                node().put("name", name)
                        .put("in", "header")
                        .put("required", required)
                        .put("description", description);
        parameter.set("schema", node().put("type", "string"));
        return parameter;
    }

    private static ObjectNode responses() {
        ObjectNode problem =
                node().put(
                                "description",
                                "It was refused or could not be answered; `code` says why, `detail`"
                                        + " what to do, and `type` leads to a page about it.");
        problem.set("content", problem());
        ObjectNode responses = node();
        responses.set("problem", problem);
        return responses;
    }

    private static ObjectNode problem() {
        ObjectNode content = node();
        content.putObject("application/problem+json")
                .set("schema", node().put("$ref", "#/components/schemas/problem"));
        return content;
    }

    private static ObjectNode schemas() {
        ObjectNode schema = node().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (String name : List.of("type", "title", "detail", "code", "instance", "rule")) {
            properties.set(name, text());
        }
        properties.putObject("status").put("type", "integer");
        ArrayNode required = schema.putArray("required");
        List.of("type", "title", "status", "code", "detail").forEach(required::add);
        ObjectNode schemas = node();
        schemas.set("problem", schema);
        return schemas;
    }

    private static void secured(ObjectNode operation) {
        operation.putArray("security").addObject().putArray("token");
    }

    private static ObjectNode item(ObjectNode paths, String path) {
        return paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
    }

    private static ObjectNode node() {
        return EventJson.MAPPER.createObjectNode();
    }
}
