package org.ccgledger.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text and who signed it, as C2SP's signed-note has it.
///
/// The text means nothing until a known key is found to have signed it; see [#signers].
public final class SignedNote {

    /// C2SP asks for at least 16.
    static final int MOST_SIGNATURES = 64;

    static final int LONGEST = 512 * 1024;

    private static final Pattern SIGNATURE =
            Pattern.compile("\u2014 ([^+\\s\\p{Z}]+) ([A-Za-z0-9+/]+={0,2})");
    private static final int ID = 4;

    private final String text;
    private final List<Line> lines;

    private SignedNote(String text, List<Line> lines) {
        this.text = text;
        this.lines = lines;
    }

    private record Line(String name, String id, byte[] signature) {}

    /// Takes a note apart.
    ///
    /// @throws Rejected if it is none
    public static SignedNote parse(byte[] note) throws Rejected {
        if (note.length > LONGEST) {
            throw new Rejected("the note is longer than " + LONGEST + " bytes");
        }
        String all = utf8(note);
        if (all.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Rejected("the note holds a control character");
        }
        int blank = all.lastIndexOf("\n\n");
        if (blank < 0 || !all.endsWith("\n") || blank + 2 >= all.length()) {
            throw new Rejected("the note has no signatures behind a blank line");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : all.substring(blank + 2, all.length() - 1).split("\n", -1)) {
            if (lines.size() == MOST_SIGNATURES) {
                throw new Rejected("the note has more than " + MOST_SIGNATURES + " signatures");
            }
            lines.add(line(line));
        }
        return new SignedNote(all.substring(0, blank + 1), List.copyOf(lines));
    }

    private static Line line(String line) throws Rejected {
        Matcher parts = SIGNATURE.matcher(line);
        if (!parts.matches()) {
            throw new Rejected("the note has a line that is no signature");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(parts.group(2));
            if (bytes.length > ID
                    && Base64.getEncoder().encodeToString(bytes).equals(parts.group(2))) {
                return new Line(
                        parts.group(1),
                        HexFormat.of().formatHex(bytes, 0, ID),
                        Arrays.copyOfRange(bytes, ID, bytes.length));
            }
        } catch (IllegalArgumentException _) {
            // It is said below.
        }
        throw new Rejected("a signature of " + parts.group(1) + " is not in base64");
    }

    /// Nothing that is said here is known to be true before [#signers] has returned.
    public String text() {
        return text;
    }

    /// Those of some keys that have signed the text.
    ///
    /// Lines of other keys are passed over, also when name or id, but not both, are those of a
    /// known one.
    ///
    /// @throws Rejected if a line that names a known key was not made with it, or no line names one
    public List<NoteKey> signers(Collection<NoteKey> known) throws Rejected {
        List<NoteKey> signers = List.copyOf(times(known).keySet());
        if (signers.isEmpty()) {
            throw new Rejected("no known key has signed it");
        }
        return signers;
    }

    /// Those of some keys that have signed the text, none perhaps, and when each says that it last
    /// did; [Instant#MIN] for a kind of signature that does not say.
    ///
    /// @throws Rejected if a line that names a known key was not made with it
    SequencedMap<NoteKey, Instant> times(Collection<NoteKey> known) throws Rejected {
        SequencedMap<NoteKey, Instant> times = new LinkedHashMap<>();
        for (Line line : lines) {
            List<NoteKey> named =
                    known.stream()
                            .filter(key -> key.name().equals(line.name) && key.id().equals(line.id))
                            .toList();
            if (named.size() > 1) {
                throw new Rejected(
                        "two known keys are called " + line.name + " with the id " + line.id);
            }
            for (NoteKey key : named) {
                if (!key.hasSigned(text, line.signature)) {
                    throw new Rejected(
                            "bad signature by the known key " + line.name + "+" + line.id);
                }
                times.merge(key, key.time(line.signature), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return times;
    }

    private static String utf8(byte[] bytes) throws Rejected {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw new Rejected("the note is not UTF-8");
        }
    }

    /// Says why a note is not to be believed.
    public static final class Rejected extends Exception {
        private static final long serialVersionUID = 1L;

        Rejected(String why) {
            super(Shown.of(why));
        }

        /// As the end of a sentence.
        public String why() {
            return String.valueOf(getMessage());
        }
    }
}
