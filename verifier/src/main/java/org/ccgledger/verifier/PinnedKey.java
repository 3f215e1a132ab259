package org.ccgledger.verifier;

import java.util.regex.Pattern;

/// A key that is believed to be a log's, for some sizes of it.
///
/// In text it is `log ORIGIN FIRST-SIZE LAST-SIZE KEY`, with `-` for a last size that is not known
/// yet.
public record PinnedKey(String origin, long from, long to, NoteKey key) {

    private static final Pattern SIZE = Pattern.compile("\\d{1,18}");

    /// Reads a line that was taken apart into its words.
    ///
    /// @throws IllegalArgumentException if it is another line
    public static PinnedKey parse(String[] words) {
        if (words.length != 5 || !words[0].equals("log")) {
            throw new IllegalArgumentException("it is not `log ORIGIN FROM TO KEY`");
        }
        NoteKey key = NoteKey.parse(words[4]);
        if (!key.name().equals(words[1])) {
            throw new IllegalArgumentException("its key is called " + key.name());
        }
        return new PinnedKey(
                words[1],
                size(words[2]),
                words[3].equals("-") ? Long.MAX_VALUE : size(words[3]),
                key);
    }

    private static long size(String word) {
        if (!SIZE.matcher(word).matches()) {
            throw new IllegalArgumentException(word + " is no size");
        }
        return Long.parseLong(word);
    }

    /// Whether it signs for a log of this size.
    public boolean isFor(String log, long size) {
        return origin.equals(log) && from <= size && size <= to;
    }
}
