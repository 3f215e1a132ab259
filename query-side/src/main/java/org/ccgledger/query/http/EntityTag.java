package org.ccgledger.query.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;
import org.ccgledger.ledger.Digests;
import org.jspecify.annotations.Nullable;

/// The `ETag` of an answer, which follows from the question alone: the same question about the same
/// history to the same projectors has the same answer.
final class EntityTag {

    private EntityTag() {}

    static String of(Question question) {
        return hash(all(question));
    }

    static String of(Span span) {
        return hash(all(span.from()) + "\n" + all(span.to()));
    }

    private static String all(Question question) {
        return String.join(
                "\n",
                question.basis(),
                question.path(),
                new TreeMap<>(question.parameters()).toString(),
                question.asOf().toString(),
                Long.toString(question.knownAt()),
                question.form().name());
    }

    private static String hash(String all) {
        byte[] digest = Digests.sha256(all.getBytes(StandardCharsets.UTF_8));
        return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
    }

    /// Whether an answer is known, if there is one.
    ///
    /// @param known `If-None-Match`
    static boolean matchesAny(@Nullable String known) {
        return known != null && known.strip().equals("*");
    }

    /// @param known `If-None-Match`
    static boolean matches(@Nullable String known, String tag) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(each -> each.equals(tag));
    }
}
