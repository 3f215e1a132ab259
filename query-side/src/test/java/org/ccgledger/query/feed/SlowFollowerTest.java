package org.ccgledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.Patience;
import org.ccgledger.query.RecordedHistory;
import org.ccgledger.query.RunningQuerySide;
import org.junit.jupiter.api.Test;

/// A follower who does not read what it asked for.
class SlowFollowerTest {

    private static final int LONG = 50_000;
    private static final int MANY = 400;

    @Test
    void who_does_not_read_is_left_when_a_write_takes_too_long() throws Exception {
        try (RunningQuerySide queries = started();
                Socket follower = following(queries)) {
            assertThat(queries.get("/v1/events/stream").statusCode()).isEqualTo(503);

            Patience.until("the follower is left", () -> queries.bean(Feeds.class).open() == 0);
            assertThat(follower.isConnected()).isTrue();
        }
    }

    private static RunningQuerySide started() {
        RunningQuerySide queries =
                new RunningQuerySide(
                        Map.of(
                                "server.tomcat.connection-timeout", "1s",
                                "ccg.feed.connections", "1"));
        byte[] fact = ("{\"text\":\"" + "x".repeat(LONG) + "\"}").getBytes(StandardCharsets.UTF_8);
        NewEvent event =
                new NewEvent(
                        "ccg.later.OfALaterBuild",
                        1,
                        LocalDate.of(2013, 4, 1),
                        Set.of(),
                        fact,
                        List.of());
        queries.history()
                .append("later:1", RecordedHistory.metadata(), Collections.nCopies(MANY, event));
        return queries;
    }

    /// Somebody who reads the first byte of what is far more than a connection holds.
    private static Socket following(RunningQuerySide queries) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), queries.port()));
        ask(socket, queries);
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        Patience.until("it is being followed", () -> queries.bean(Feeds.class).open() == 1);
        return socket;
    }

    private static void ask(Socket socket, RunningQuerySide queries) throws IOException {
        socket.getOutputStream()
                .write(
                        "GET /v1/events/stream?from=1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                                .formatted(queries.token())
                                .getBytes(StandardCharsets.US_ASCII));
    }
}
