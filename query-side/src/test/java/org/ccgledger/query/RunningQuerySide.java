package org.ccgledger.query;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.ccgledger.access.Claims;
import org.ccgledger.access.LocalKey;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventReader;
import org.ccgledger.events.EventType;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.Role;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerSchema;
import org.ccgledger.ledger.TestDatabase;
import org.ccgledger.ledger.axon.AxonJson;
import org.ccgledger.ledger.axon.EventNames;
import org.ccgledger.ledger.axon.LedgerEventStorageEngine;
import org.ccgledger.ledger.axon.LedgerEventStore;
import org.ccgledger.ledger.axon.NamedEventSerializer;
import org.ccgledger.query.projection.Progress;
import org.ccgledger.query.projection.Projections;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The query side on a ledger and a database of its own, served on a port of its own.
public final class RunningQuerySide implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database = TestDatabase.create();
    private final Ledger ledger = database.ledger();
    private final LocalKey tokens = LocalKey.generate();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = ErrorMvcAutoConfiguration.class)
    @Import(QuerySide.class)
    static class QueryProcess {}

    /// Starts a query side that is given more than it needs.
    ///
    /// @param beans beside those of the query side, projectors for example
    /// @param tables statements that make what they need
    public RunningQuerySide(int batchSize, Map<String, Object> beans, String... tables) {
        this(
                Map.of("ccg.projections.batch-size", Integer.toString(batchSize)),
                EventTypes.READER,
                beans,
                List.of(tables));
    }

    /// Starts one that reads other events than this build's.
    public RunningQuerySide(EventReader reader, Map<String, Object> beans, String... tables) {
        this(Map.of(), reader, beans, List.of(tables));
    }

    /// Starts it with other settings than it has by itself.
    public RunningQuerySide(Map<String, String> settings) {
        this(settings, EventTypes.READER, Map.of(), List.of());
    }

    private RunningQuerySide(
            Map<String, String> settings,
            EventReader reader,
            Map<String, Object> beans,
            List<String> tables) {
        QuerySchema.migrate(database.owner());
        for (String table : tables) {
            sql().sql(table).update();
        }
        LedgerSchema.login(database.owner(), "ccg_query", "test", "ledger_auditor");
        SpringApplication process = new SpringApplication(QueryProcess.class);
        Map<String, Object> properties =
                new HashMap<>(
                        Map.of(
                                "server.port", "0",
                                "logging.level.root", "warn",
                                "spring.main.banner-mode", "off"));
        properties.putAll(settings);
        process.setDefaultProperties(properties);
        process.addInitializers(started -> {
            GenericApplicationContext given = (GenericApplicationContext) started;
            Serializer serializer = eventSerializer(reader);
            LedgerEventStore events =
                    LedgerEventStore.of(
                            ledger,
                            new LedgerEventStorageEngine(
                                    ledger,
                                    database.as("test_app"),
                                    serializer,
                                    Clock.systemUTC()));
            given.registerBean("tokens", LocalKey.class, () -> tokens);
            given.registerBean("ledger", Ledger.class, () -> ledger);
            given.registerBean("eventReader", EventReader.class, () -> reader);
            given.registerBean("events", LedgerEventStore.class, () -> events);
            given.registerBean("eventSerializer", Serializer.class, () -> serializer);
            given.registerBean("queryDatabase", DataSource.class, () -> database.as("ccg_query"));
            beans.forEach((name, bean) -> register(given, name, bean));
        });
        this.context = process.run();
    }

    public RunningQuerySide() {
        this(500, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static void register(GenericApplicationContext context, String name, Object bean) {
        context.registerBean(name, (Class<Object>) bean.getClass(), () -> bean);
    }

    private static Serializer eventSerializer(EventReader reader) {
        return new NamedEventSerializer(
                EventNames.of(
                        reader.types(),
                        EventType::name,
                        EventType::version,
                        EventType::carrier,
                        EventJson::fact,
                        reader::read),
                AxonJson.serializer());
    }

    public Ledger ledger() {
        return ledger;
    }

    public RecordedHistory history() {
        return new RecordedHistory(ledger);
    }

    public JdbcClient sql() {
        return JdbcClient.create(database.owner());
    }

    public TestDatabase database() {
        return database;
    }

    /// Waits until every projection has passed all that the ledger holds.
    public void catchUp() {
        List<String> names = context.getBean(Projections.class).names();
        if (!context.getBean(Progress.class).await(names, ledger.head(), PATIENCE)) {
            throw new IllegalStateException("The projections have not caught up");
        }
    }

    public void replay(String projection) {
        context.getBean(Projections.class).replay(projection);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public List<String> projections() {
        return context.getBean(Projections.class).names();
    }

    /// What the query side answers an auditor.
    ///
    /// @param headers names and values in turn
    public HttpResponse<String> get(String path, String... headers) {
        return get(path, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), headers);
    }

    /// The same, as it comes.
    public HttpResponse<byte[]> bytes(String path, String... headers) {
        return get(path, HttpResponse.BodyHandlers.ofByteArray(), headers);
    }

    private <T> HttpResponse<T> get(
            String path, HttpResponse.BodyHandler<T> body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                        .header("Authorization", "Bearer " + token());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    /// An auditor's.
    public String token() {
        return tokens.token(
                new Actor("auditor-1", Role.AUDITOR, BodyRef.BOARD, null),
                Claims.AUDIENCE,
                Instant.now(),
                Duration.ofMinutes(1));
    }

    /// The body of an answer that has caught up, as JSON.
    public JsonNode json(String path) {
        catchUp();
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return EventJson.MAPPER.readTree(answer.body());
    }

    @Override
    public void close() {
        context.close();
        http.close();
        database.close();
    }
}
