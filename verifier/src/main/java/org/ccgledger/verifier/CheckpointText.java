package org.ccgledger.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a checkpoint says: this log has this many leaves, and this root.
///
/// The text is C2SP's tlog-checkpoint, three lines and no more: a fourth would not be covered by
/// every kind of signature.
///
/// @param root 32 bytes
public record CheckpointText(String origin, long size, byte[] root) {

    private static final Pattern FORM =
            Pattern.compile("([^\\n]+)\\n(0|[1-9][0-9]{0,17})\\n([A-Za-z0-9+/]{43}=)\\n");
    private static final int LONGEST_ORIGIN = 255;

    /// Nothing if the text is no checkpoint.
    public static Optional<CheckpointText> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()
                || form.group(1).getBytes(StandardCharsets.UTF_8).length > LONGEST_ORIGIN) {
            return Optional.empty();
        }
        byte[] root = Base64.getDecoder().decode(form.group(3));
        return Base64.getEncoder().encodeToString(root).equals(form.group(3))
                ? Optional.of(
                        new CheckpointText(form.group(1), Long.parseLong(form.group(2)), root))
                : Optional.empty();
    }
}
