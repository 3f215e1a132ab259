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
import java.util.stream.Stream;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.command.http.CommandExample;
import org.ccgledger.command.http.CommandSchema;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.commands.RuleBook;
import org.ccgledger.query.http.AboutOne;
import org.ccgledger.query.http.DifferenceRoutes;
import org.ccgledger.query.http.Listing;
import org.ccgledger.query.http.ListingSchemas;
import org.ccgledger.query.http.Lists;
import org.ccgledger.query.http.Parameters;
import org.ccgledger.query.http.Takes;
import org.ccgledger.query.http.TimeTravel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
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
    private final ObjectProvider<ListingSchemas> listings;
    private final RequestMappingHandlerMapping routes;
    private final Supplier<ObjectNode> document = SingletonSupplier.of(this::made);

    OpenApiController(
            ObjectProvider<CommandTypes> commands,
            ObjectProvider<ListingSchemas> listings,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.commands = commands;
        this.listings = listings;
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
        ObjectNode paths = node();
        NamedSchemas schemas = new NamedSchemas();
        routes.getHandlerMethods().forEach((route, handler) -> add(paths, schemas, route, handler));
        commands.ifAvailable(types -> types.all().forEach(command -> add(paths, schemas, command)));
        document.set("paths", sorted(paths));
        document.set("components", OpenApiComponents.all(schemas.all()));
        return document;
    }

    /// Routes are found in no order that could be relied on.
    private static ObjectNode sorted(ObjectNode paths) {
        ObjectNode sorted = node();
        paths.propertyNames().stream()
                .sorted()
                .forEach(path -> {
                    ObjectNode item = sorted.putObject(path);
                    paths.get(path).propertyNames().stream()
                            .sorted()
                            .forEach(method -> item.set(method, paths.get(path).get(method)));
                });
        return sorted;
    }

    private void add(
            ObjectNode paths,
            NamedSchemas schemas,
            RequestMappingInfo route,
            HandlerMethod handler) {
        OpenTo openTo = handler.getMethodAnnotation(OpenTo.class);
        if (openTo == null) {
            return;
        }
        for (String path : route.getPatternValues()) {
            for (RequestMethod method : route.getMethodsCondition().getMethods()) {
                if (!(path.equals(COMMAND) && method == RequestMethod.POST)) {
                    boolean isDifference = DifferenceRoutes.leads(handler, path);
                    ObjectNode operation = operation(handler, openTo, isDifference, schemas);
                    addVariables(operation, path);
                    addParameters(operation, handler, isDifference);
                    addForms(operation, route, handler);
                    addBody(operation, route);
                    item(paths, path).set(method.name().toLowerCase(Locale.ROOT), operation);
                }
            }
        }
    }

    private ObjectNode operation(
            HandlerMethod handler, OpenTo openTo, boolean isDifference, NamedSchemas schemas) {
        Class<?> controller = handler.getBeanType();
        ObjectNode operation =
                node().put(
                                "operationId",
                                controller.getSimpleName()
                                        + "."
                                        + handler.getMethod().getName()
                                        + (isDifference ? "Difference" : ""));
        String capability = controller.getPackageName();
        operation.putArray("tags").add(capability.substring(capability.lastIndexOf('.') + 1));
        if (openTo.value() != Callers.EVERYBODY) {
            secured(operation);
        }
        ArrayNode parameters = operation.putArray("parameters");
        if (travelsInTime(handler)) {
            List.of("asOf", "knownAt", "ConsistencyToken")
                    .forEach(name ->
                            parameters.addObject().put("$ref", "#/components/parameters/" + name));
        }
        ObjectNode responses = operation.putObject("responses");
        responses.set(status(handler), answer(handler, isDifference, schemas));
        responses.putObject("default").put("$ref", "#/components/responses/problem");
        Accepts accepts = handler.getMethodAnnotation(Accepts.class);
        if (accepts != null) {
            operation.set("requestBody", OpenApiComponents.accepted(accepts.value()));
        }
        return operation;
    }

    private static boolean travelsInTime(HandlerMethod handler) {
        return Stream.of(TimeTravel.class, Lists.class, AboutOne.class)
                .anyMatch(handler::hasMethodAnnotation);
    }

    /// Of the answer where all goes well.
    private static String status(HandlerMethod handler) {
        ResponseStatus status = handler.getMethodAnnotation(ResponseStatus.class);
        return Integer.toString((status == null ? HttpStatus.OK : status.value()).value());
    }

    private ObjectNode answer(HandlerMethod handler, boolean isDifference, NamedSchemas schemas) {
        Lists lists = handler.getMethodAnnotation(Lists.class);
        if (lists != null) {
            Listing listing = listing(handler.getBeanType(), lists.value());
            ObjectNode page =
                    node().put(
                                    "description",
                                    isDifference
                                            ? "The rows that differ between two points."
                                            : "A page of the rows.");
            ObjectNode content = page.putObject("content");
            content.putObject("application/json")
                    .set(
                            "schema",
                            schemas.named(
                                    isDifference
                                            ? listings.getObject().difference(listing)
                                            : listings.getObject().page(listing)));
            content.putObject("text/csv").set("schema", text());
            content.putObject("application/x-ndjson").set("schema", text());
            if (lists.asCloudEvents() && !isDifference) {
                content.putObject("application/cloudevents-batch+json")
                        .set("schema", OpenApiComponents.cloudEvents());
            }
            return page;
        }
        if (isDifference) {
            return fieldsThatDiffer(schemas);
        }
        if (status(handler).equals("202")) {
            return OpenApiComponents.underWay();
        }
        boolean isAnswer =
                handler.getBeanType().getName().startsWith(QUERIES)
                        && handler.getReturnType().getParameterType() == ResponseEntity.class;
        Accepts accepts = handler.getMethodAnnotation(Accepts.class);
        if (isAnswer) {
            return OpenApiComponents.json("The answer.", "answer");
        }
        return accepts == null
                ? node().put("description", "The answer.")
                : OpenApiComponents.json("The answer.", accepts.answers());
    }

    private static ObjectNode fieldsThatDiffer(NamedSchemas schemas) {
        ObjectNode fields = node().put("description", "The fields that differ between two points.");
        ObjectNode content = fields.putObject("content");
        content.putObject("application/json")
                .set("schema", schemas.named(ListingSchemas.differenceOfOne()));
        content.putObject("text/csv").set("schema", text());
        content.putObject("application/x-ndjson").set("schema", text());
        return fields;
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

    private static void addParameters(
            ObjectNode operation, HandlerMethod handler, boolean isDifference) {
        ArrayNode parameters = (ArrayNode) operation.get("parameters");
        Lists lists = handler.getMethodAnnotation(Lists.class);
        if (lists != null) {
            Listing listing = listing(handler.getBeanType(), lists.value());
            add(parameters, isDifference ? listing.describedOfDifference() : listing.described());
        } else if (isDifference) {
            add(parameters, Listing.POINT_COMPARED_WITH);
        }
        Parameters.of(handler).map(OpenApiController::described).forEach(parameters::add);
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null) {
                parameters.add(OpenApiComponents.query(named.name(), "", text()));
            }
        }
    }

    private static ObjectNode described(Takes parameter) {
        ObjectNode described =
                OpenApiComponents.query(
                        parameter.name(), parameter.description(), schema(parameter.kind()));
        if (parameter.header()) {
            described.put("in", "header");
        }
        if (parameter.required()) {
            described.put("required", true);
        }
        return described;
    }

    private static void add(ArrayNode parameters, List<Listing.Parameter> described) {
        described.forEach(parameter ->
                parameters.add(
                        OpenApiComponents.query(
                                parameter.name(),
                                parameter.description(),
                                schema(parameter.kind()))));
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
            case INSTANT -> text().put("format", "date-time");
            case FLAG -> node().put("type", "boolean");
        };
    }

    private static ObjectNode text() {
        return node().put("type", "string");
    }

    /// What a route takes that is told of nowhere else, such as a file.
    private static void addBody(ObjectNode operation, RequestMappingInfo route) {
        if (!operation.has("requestBody")) {
            route.getConsumesCondition()
                    .getConsumableMediaTypes()
                    .forEach(form ->
                            operation
                                    .withObject("/requestBody/content")
                                    .putObject(form.toString())
                                    .set(
                                            "schema",
                                            form.equals(MediaType.APPLICATION_JSON)
                                                    ? OpenApiComponents.schema("answer")
                                                    : text()));
        }
    }

    /// Those that a route names; a stream of events among them has no end.
    private static void addForms(
            ObjectNode operation, RequestMappingInfo route, HandlerMethod handler) {
        List<String> forms =
                route.getProducesCondition().getProducibleMediaTypes().stream()
                        .map(MediaType::toString)
                        .toList();
        if (forms.isEmpty()) {
            return;
        }
        ObjectNode content =
                ((ObjectNode) operation.at("/responses/" + status(handler))).withObject("/content");
        forms.forEach(content::withObjectProperty);
        content.retain(forms);
    }

    private static void add(ObjectNode paths, NamedSchemas schemas, CommandTypes.Type command) {
        SentBy senders = Objects.requireNonNull(command.carrier().getAnnotation(SentBy.class));
        ObjectNode operation =
                node().put("operationId", command.name())
                        .put("description", "Sent by: " + List.of(senders.value()));
        operation.putArray("tags").add("commands");
        secured(operation);
        ArrayNode parameters = operation.putArray("parameters");
        List.of("IdempotencyKey", "IfMatch")
                .forEach(name ->
                        parameters.addObject().put("$ref", "#/components/parameters/" + name));
        ObjectNode content =
                operation
                        .putObject("requestBody")
                        .put("required", true)
                        .putObject("content")
                        .putObject("application/json");
        content.set("schema", schemas.named(CommandSchema.of(command)));
        content.set("example", CommandExample.of(command));
        ObjectNode responses = operation.putObject("responses");
        responses.set(
                "201",
                OpenApiComponents.json("It was accepted, and is durable: the receipt.", "receipt"));
        responses.set(
                "200", OpenApiComponents.json("Nothing was left to do: the receipt.", "receipt"));
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
            refusal.set("content", OpenApiComponents.problem());
            refusals.put(status, refusal);
        });
        return refusals;
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
