package org.ccgledger.system.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ccgledger.system.Senders;
import org.ccgledger.system.Tokens;

/// Sends requests that each record a figure of its own, over many connections from one thread, each
/// connection one after the other. A process of its own, so that what it costs is not the servers'.
///
/// Reads lines `url connections milliseconds file` and writes, for each, how many were answered in
/// time and how many not with 201; into the file goes how long each took, as nanoseconds in eight
/// bytes.
final class HttpLoad {

    private static final int DIGITS = 12;
    private static final int LARGEST_ANSWER = 16 * 1024;
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final String prefix = "f" + Long.toString(System.currentTimeMillis(), 36);
    private final Selector selector;
    private final long end;
    private final byte[] request;
    private final int[] nameAt;
    private long sent;
    private long inTime;
    private long failed;
    private String failure = "";
    private long[] nanos = new long[1 << 16];
    private int count;

    private HttpLoad(URI url, String authorization, Duration time) throws IOException {
        this.selector = Selector.open();
        this.end = System.nanoTime() + time.toNanos();
        String name = prefix + "-" + "0".repeat(DIGITS);
        String body = Figures.json(name, "1");
        String text =
                """
                POST %s HTTP/1.1\r
                Host: %s\r
                Content-Type: application/json\r
                %sIdempotency-Key: %s\r
                Content-Length: %d\r
                \r
                %s\
                """
                        .formatted(
                                url.getPath(),
                                url.getAuthority(),
                                authorization,
                                name,
                                body.length(),
                                body);
        this.request = text.getBytes(StandardCharsets.US_ASCII);
        this.nameAt = new int[] {text.indexOf(name), text.lastIndexOf(name)};
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] asked = line.split(" ", 4);
            URI url = URI.create(asked[0]);
            HttpLoad load =
                    new HttpLoad(
                            url, authorization(url), Duration.ofMillis(Long.parseLong(asked[2])));
            load.run(url, Integer.parseInt(asked[1]));
            load.write(Path.of(asked[3]));
            System.out.printf(
                    Locale.ROOT,
                    "done %d failed %d %s%n",
                    load.inTime,
                    load.failed,
                    load.failure.replaceAll("\\s+", " "));
        }
    }

    /// The line that says who acts, with its end; none for a server that asks nobody.
    private static String authorization(URI url) throws IOException, InterruptedException {
        if (!url.getPath().equals(OurApplication.PATH)) {
            return "";
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return "Authorization: "
                    + new Tokens(http).header("http://" + url.getAuthority(), Senders.REGISTRY)
                    + "\r\n";
        }
    }

    private void run(URI url, int connections) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getByName(url.getHost()), url.getPort());
        List<Connection> open = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            open.add(new Connection(SocketChannel.open(address)));
        }
        for (Connection connection : open) {
            connection.send();
        }
        while (!selector.keys().isEmpty()) {
            selector.select(key -> serve((Connection) key.attachment()));
            selector.selectNow();
        }
        selector.close();
    }

    private void serve(Connection connection) {
        try {
            connection.receive();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void took(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
    }

    private void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * count);
        bytes.asLongBuffer().put(nanos, 0, count);
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private final class Connection {
        private final SocketChannel channel;
        private final byte[] mine = request.clone();
        private final ByteBuffer out = ByteBuffer.wrap(mine);
        private final ByteBuffer in = ByteBuffer.allocate(LARGEST_ANSWER);
        private long sentAt;

        Connection(SocketChannel channel) throws IOException {
            this.channel = channel;
            channel.configureBlocking(false);
            channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void send() throws IOException {
            long number = ++sent;
            for (int i = prefix.length() + DIGITS; i > prefix.length(); i--) {
                for (int at : nameAt) {
                    mine[at + i] = (byte) ('0' + number % 10);
                }
                number /= 10;
            }
            in.clear();
            out.clear();
            sentAt = System.nanoTime();
            while (out.hasRemaining()) {
                channel.write(out);
            }
        }

        void receive() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("The server closed a connection");
            }
            if (!isWhole()) {
                return;
            }
            long now = System.nanoTime();
            took(now - sentAt);
            if (in.get(9) != '2' || in.get(10) != '0' || in.get(11) != '1') {
                failed++;
                failure = new String(in.array(), 0, in.position(), StandardCharsets.UTF_8);
            } else if (now <= end) {
                inTime++;
            }
            if (now < end) {
                send();
            } else {
                channel.close();
            }
        }

        private boolean isWhole() {
            byte[] bytes = in.array();
            int size = in.position();
            int head = indexOf(bytes, 0, size, END_OF_HEAD);
            if (head < 0) {
                return false;
            }
            int body = head + END_OF_HEAD.length;
            int length = lengthOf(bytes, head);
            return length >= 0
                    ? size - body >= length
                    : size - body >= LAST_CHUNK.length
                            && indexOf(bytes, size - LAST_CHUNK.length, size, LAST_CHUNK) >= 0;
        }

        /// The length that the head states, or -1 if the answer comes in chunks.
        private static int lengthOf(byte[] bytes, int head) {
            for (int at = 0; at < head; at++) {
                if (bytes[at] == '\n' && isLength(bytes, at + 1)) {
                    int length = 0;
                    for (int i = at + 1 + LENGTH.length; bytes[i] != '\r'; i++) {
                        if (bytes[i] != ' ') {
                            length = 10 * length + bytes[i] - '0';
                        }
                    }
                    return length;
                }
            }
            return -1;
        }

        private static boolean isLength(byte[] bytes, int from) {
            for (int i = 0; i < LENGTH.length; i++) {
                if ((bytes[from + i] | 0x20) != (LENGTH[i] | 0x20)) {
                    return false;
                }
            }
            return true;
        }

        private static int indexOf(byte[] bytes, int from, int to, byte[] sought) {
            for (int at = from; at <= to - sought.length; at++) {
                int i = 0;
                while (i < sought.length && bytes[at + i] == sought[i]) {
                    i++;
                }
                if (i == sought.length) {
                    return at;
                }
            }
            return -1;
        }
    }
}
