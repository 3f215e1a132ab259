package org.ccgledger.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccgledger.verifier.SignedNote.Rejected;
import org.jspecify.annotations.Nullable;

/// A proof that a leaf is in a log, in C2SP's tlog-proof: the checkpoint, the leaf's index, and the
/// hashes between the two.
///
/// @param index from 0
/// @param extra what the leaf is the hash of, or something else, or nothing; nobody vouches for it
///   before the proof is held against it
/// @param hashes the siblings on the way to the root, lowest first
/// @param note the checkpoint as it was signed
public record TlogProof(long index, byte @Nullable [] extra, List<byte[]> hashes, byte[] note) {

    static final int LONGEST = 2 << 20;

    private static final String FORMAT = "c2sp.org/tlog-proof@v1";
    private static final int MOST_HASHES = 63;
    private static final Pattern HEAD =
            Pattern.compile(
                    Pattern.quote(FORMAT)
                            + "\\n(?:extra ([A-Za-z0-9+/]*={0,2})\\n)?index"
                            + " (0|[1-9][0-9]{0,17})\\n");

    /// Takes a proof apart.
    ///
    /// @throws Rejected if it is none
    public static TlogProof parse(byte[] proof) throws Rejected {
        if (proof.length > LONGEST) {
            throw new Rejected("the proof is longer than " + LONGEST + " bytes");
        }
        String all = new String(proof, StandardCharsets.ISO_8859_1);
        Matcher head = HEAD.matcher(all);
        if (!head.lookingAt()) {
            throw new Rejected("the proof does not begin with " + FORMAT + " and an index");
        }
        List<byte[]> hashes = new ArrayList<>();
        int at = head.end();
        int end = all.indexOf('\n', at);
        while (end > at) {
            hashes.add(base64(all.substring(at, end)));
            at = end + 1;
            end = all.indexOf('\n', at);
            if (hashes.size() > MOST_HASHES) {
                throw new Rejected("the proof has more than " + MOST_HASHES + " hashes");
            }
        }
        if (end < 0) {
            throw new Rejected("the proof holds no checkpoint");
        }
        String extra = head.group(1);
        return new TlogProof(
                Long.parseLong(head.group(2)),
                extra == null ? null : base64(extra),
                List.copyOf(hashes),
                Arrays.copyOfRange(proof, end + 1, proof.length));
    }

    private static byte[] base64(String text) throws Rejected {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // It is said below.
        }
        throw new Rejected("the proof has a line that is not in base64");
    }

    /// As it is written to a file.
    public byte[] bytes() {
        Base64.Encoder base64 = Base64.getEncoder();
        StringBuilder head = new StringBuilder(FORMAT).append('\n');
        if (extra != null) {
            head.append("extra ").append(base64.encodeToString(extra)).append('\n');
        }
        head.append("index ").append(index).append('\n');
        hashes.forEach(hash -> head.append(base64.encodeToString(hash)).append('\n'));
        byte[] before = head.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(before, before.length + note.length);
        System.arraycopy(note, 0, all, before.length, note.length);
        return all;
    }

    /// Whether the leaf is in the tree of a checkpoint.
    boolean shows(byte[] leaf, CheckpointText checkpoint) {
        return TreeProofs.includes(index, leaf, checkpoint.size(), checkpoint.root(), hashes);
    }
}
