package org.ccgledger.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/// What was sent, up to a bound and as it is.
public final class Body {

    private static final int LARGEST = 1 << 20;

    private Body() {}

    /// A body of JSON as a record.
    ///
    /// @throws Problem naming every field that does not fit
    public static <T> T of(HttpServletRequest request, Class<T> carrier) throws IOException {
        return Shape.of(carrier).read(CommandReader.tree(of(request)));
    }

    /// The body of a command, or of another request of that size.
    static byte[] of(HttpServletRequest request) throws IOException {
        return of(request, LARGEST, "command");
    }

    /// @param largest how many bytes are read
    /// @param what it is, in a word
    /// @throws Problem if it is larger, or packed
    static byte[] of(HttpServletRequest request, int largest, String what) throws IOException {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Problem(
                    415,
                    "UNSUPPORTED_MEDIA_TYPE",
                    "The body is packed in a way that is not unpacked here",
                    "Send it without Content-Encoding.");
        }
        long stated = request.getContentLengthLong();
        int most = 0 <= stated && stated <= largest ? (int) stated : largest + 1;
        byte[] body = request.getInputStream().readNBytes(most);
        if (body.length > largest) {
            throw new Problem(
                    413,
                    "PAYLOAD_TOO_LARGE",
                    "The " + what + " is too large",
                    "A " + what + " has at most " + largest + " bytes.");
        }
        return body;
    }
}
