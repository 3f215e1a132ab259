package org.ccgledger.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stands between clients and a server on this machine, and fails as networks do.
final class Wire implements AutoCloseable {

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();

    Wire(int server) throws IOException {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    /// Where clients connect to.
    int port() {
        return entrance.getLocalPort();
    }

    /// From now on no answer passes on the connections that there are; what the server is sent
    /// still reaches it.
    void mute() {
        links.forEach(Link::mute);
    }

    /// Ends every connection that there is, for both ends at once and without a farewell.
    void cut() throws IOException {
        for (Link link : links) {
            link.cut();
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException e) {
                // Closed; nobody connects any more.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), server));
            links.add(link);
            Thread.ofVirtual().start(() -> carry(link, true));
            Thread.ofVirtual().start(() -> carry(link, false));
        } catch (IOException e) {
            // There is no server at the moment.
            client.close();
        }
    }

    private void carry(Link link, boolean answers) {
        try (link) {
            InputStream in = (answers ? link.server : link.client).getInputStream();
            OutputStream out = (answers ? link.client : link.server).getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (answers) {
                    link.answer(out, buffer, length);
                } else {
                    out.write(buffer, 0, length);
                }
            }
        } catch (IOException e) {
            // The link is down, whoever ended it.
        } finally {
            links.remove(link);
        }
    }

    private static final class Link implements AutoCloseable {
        private final Socket client;
        private final Socket server;
        private boolean muted;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        synchronized void mute() {
            muted = true;
        }

        synchronized void answer(OutputStream out, byte[] bytes, int length) throws IOException {
            if (!muted) {
                out.write(bytes, 0, length);
            }
        }

        void cut() throws IOException {
            client.setSoLinger(true, 0);
            server.setSoLinger(true, 0);
            close();
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
        }
    }
}
