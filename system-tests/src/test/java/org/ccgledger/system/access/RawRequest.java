package org.ccgledger.system.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A request as bytes on a socket, which no client would write, and what was answered.
record RawRequest(int status, String head, String body, Duration took) {

    private static final int PATIENCE_MILLIS = 5_000;

    /// Sends bytes and reads until the server closes, or has answered in full.
    static RawRequest send(String url, byte[]... parts) throws IOException {
        URI address = URI.create(url);
        long begun = System.nanoTime();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                OutputStream out = socket.getOutputStream();
                for (byte[] part : parts) {
                    out.write(part);
                }
                out.flush();
            } catch (SocketException _) {
                // It has heard enough; its answer is still to be read.
            }
            String answer = read(socket.getInputStream());
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            int end = answer.indexOf("\r\n\r\n");
            return new RawRequest(
                    answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0,
                    end < 0 ? answer : answer.substring(0, end),
                    end < 0 ? "" : answer.substring(end + 4),
                    took);
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.write(buffer, 0, read);
                if (isWhole(bytes.toString(StandardCharsets.ISO_8859_1))) {
                    break;
                }
            }
        } catch (SocketTimeoutException | SocketException _) {
            // What came before counts.
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static boolean isWhole(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        String head = answer.substring(0, end).toLowerCase(java.util.Locale.ROOT);
        String body = answer.substring(end + 4);
        int length = head.indexOf("content-length: ");
        return length >= 0
                ? body.length()
                        >= Integer.parseInt(
                                head.substring(length + 16).lines().findFirst().orElseThrow())
                : head.contains("transfer-encoding: chunked") && body.endsWith("0\r\n\r\n");
    }
}
