package org.ccgledger.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccgledger.verifier.CheckpointText;
import org.ccgledger.verifier.SignedNote;

/// What a log asks a witness for: to cosign a checkpoint that extends what it cosigned last.
///
/// In bytes it is the line `old SIZE`, a line for each hash of the proof, an empty line, and the
/// checkpoint's note.
///
/// @param old size from which the proof leads
/// @param note as it was sent
/// @param checkpoint what the note says
record AddCheckpoint(long old, List<byte[]> proof, SignedNote note, CheckpointText checkpoint) {

    /// More than a note with its proof can have.
    static final int LONGEST = 600_000;

    private static final int MOST_HASHES = 63;
    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");

    /// Reads a request.
    ///
    /// @throws Malformed if it is none
    static AddCheckpoint parse(byte[] body) throws Malformed {
        int blank = blankLine(body);
        String[] lines =
                new String(body, 0, blank, StandardCharsets.ISO_8859_1)
                        .split("\n", MOST_HASHES + 3);
        Matcher old = OLD.matcher(lines[0]);
        if (!old.matches()) {
            throw new Malformed("The first line is not `old SIZE`");
        }
        if (lines.length > 1 + MOST_HASHES) {
            throw new Malformed("There are more than " + MOST_HASHES + " hashes");
        }
        List<byte[]> proof = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            proof.add(
                    hash(line).orElseThrow(() -> new Malformed("A line of the proof is no hash")));
        }
        try {
            SignedNote note = SignedNote.parse(Arrays.copyOfRange(body, blank + 2, body.length));
            CheckpointText checkpoint =
                    CheckpointText.parse(note.text())
                            .orElseThrow(() ->
                                    new Malformed("The note is no checkpoint of three lines"));
            return new AddCheckpoint(Long.parseLong(old.group(1)), proof, note, checkpoint);
        } catch (SignedNote.Rejected e) {
            throw new Malformed("What follows the empty line is no note: " + e.why());
        }
    }

    private static int blankLine(byte[] body) throws Malformed {
        for (int i = 0; i + 1 < body.length; i++) {
            if (body[i] == '\n' && body[i + 1] == '\n') {
                return i;
            }
        }
        throw new Malformed("There is no empty line");
    }

    private static Optional<byte[]> hash(String line) {
        try {
            byte[] hash = Base64.getDecoder().decode(line);
            return hash.length == 32 && Base64.getEncoder().encodeToString(hash).equals(line)
                    ? Optional.of(hash)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Says why something is no request, in a sentence.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }
}
