package org.ccgledger.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Answers `POST /add-checkpoint`, and nothing else.
final class WitnessServer implements AutoCloseable {

    static {
        // The server reads them once: how long a request or an answer may take, in seconds, and how
        // many may be connected.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        System.setProperty("jdk.httpserver.maxConnections", "200");
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String PATH = "/add-checkpoint";

    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final Cosigner cosigner;
    private final Consumer<String> alarm;

    private WitnessServer(HttpServer server, Cosigner cosigner, Consumer<String> alarm) {
        this.server = server;
        this.cosigner = cosigner;
        this.alarm = alarm;
    }

    /// Starts to listen.
    ///
    /// @param alarm hears, in a line, of what keeps it from answering
    static WitnessServer start(InetSocketAddress address, Cosigner cosigner, Consumer<String> alarm)
            throws IOException {
        WitnessServer started = new WitnessServer(HttpServer.create(address, 0), cosigner, alarm);
        started.server.setExecutor(started.requests);
        started.server.createContext("/", started::answer);
        started.server.start();
        return started;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answerTo(exchange);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answerTo(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            return Answer.refused(404, "There is " + PATH + " here, and nothing else");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return Answer.refused(405, "A checkpoint is sent with POST");
        }
        byte[] body;
        try (InputStream sent = exchange.getRequestBody()) {
            body = sent.readNBytes(AddCheckpoint.LONGEST + 1);
        }
        if (body.length > AddCheckpoint.LONGEST) {
            exchange.getResponseHeaders().set("Connection", "close");
            return Answer.refused(413, "No checkpoint is longer than " + AddCheckpoint.LONGEST);
        }
        try {
            return cosigner.add(body);
        } catch (IOException | RuntimeException e) {
            alarm.accept("Nothing can be cosigned: " + e);
            return Answer.refused(500, "The witness cannot look into that at the moment");
        }
    }

    @Override
    public void close() {
        server.stop(1);
        // Who has not said what it asks for by now is not waited for; what was cosigned is durable.
        requests.shutdownNow();
    }
}
