package org.ccgledger.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose signature is believed, under which name and for which sizes of the log.
///
/// In text it is a line for each key, of words that are set apart by spaces: `log`, the log's
/// origin, the first size for which the key is good, the last one or `-`, the verifier key. Lines
/// that begin with `witness`, `group` and `quorum` say who has to have cosigned (C2SP tlog-policy).
/// Lines that are empty or begin with `#` say nothing. It must come from somebody other than the
/// ledger.
public final class Policy {

    private static final Pattern ORIGIN =
            Pattern.compile(
                    "ccg-ledger/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/[1-9]\\d{0,8}");

    private final UUID ledgerId;
    private final List<PinnedKey> pins;
    private final Quorum quorum;
    private final byte[] digest;

    private Policy(UUID ledgerId, List<PinnedKey> pins, Quorum quorum, byte[] digest) {
        this.ledgerId = ledgerId;
        this.pins = pins;
        this.quorum = quorum;
        this.digest = digest;
    }

    /// Reads a policy.
    ///
    /// @throws IllegalArgumentException with the line that is wrong
    public static Policy parse(String text) {
        List<PinnedKey> pins = new ArrayList<>();
        Quorum quorum = new Quorum();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String said = line.strip();
            if (!said.isEmpty() && !said.startsWith("#")) {
                try {
                    String[] words = said.split("\\s+");
                    if (!quorum.take(words)) {
                        pins.add(pin(words));
                    }
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            "Line " + number + " of the policy: " + e.getMessage(), e);
                }
            }
        }
        quorum.end();
        List<UUID> ledgers = pins.stream().map(pin -> ledgerId(pin.origin())).distinct().toList();
        if (ledgers.size() != 1) {
            throw new IllegalArgumentException(
                    "The policy names " + ledgers.size() + " ledgers; it has to name one");
        }
        return new Policy(
                ledgers.getFirst(),
                List.copyOf(pins),
                quorum,
                Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static PinnedKey pin(String[] words) {
        PinnedKey pin = PinnedKey.parse(words);
        ledgerId(pin.origin());
        return pin;
    }

    private static UUID ledgerId(String origin) {
        Matcher form = ORIGIN.matcher(origin);
        if (!form.matches()) {
            throw new IllegalArgumentException(origin + " is no ledger's origin");
        }
        return UUID.fromString(form.group(1));
    }

    /// By which it is told from another.
    byte[] digest() {
        return digest.clone();
    }

    UUID ledgerId() {
        return ledgerId;
    }

    /// Whether witnesses have to have cosigned.
    boolean needsWitnesses() {
        return quorum.isNeeded();
    }

    /// What a note says, if it is a checkpoint that the policy's keys have signed.
    ///
    /// Of each kind of key that is pinned for its size one must have signed: whoever breaks one
    /// kind of signature cannot do without the other. And enough witnesses must have cosigned.
    ///
    /// @throws SignedNote.Rejected if it is not to be believed
    CheckpointText believe(SignedNote note) throws SignedNote.Rejected {
        CheckpointText said = signed(note);
        if (quorum.isNeeded()) {
            cosignedAt(note);
        }
        return said;
    }

    /// The same, whoever has cosigned it.
    ///
    /// @throws SignedNote.Rejected if the log has not signed it
    CheckpointText signed(SignedNote note) throws SignedNote.Rejected {
        CheckpointText said =
                CheckpointText.parse(note.text())
                        .orElseThrow(() -> new SignedNote.Rejected("it is no checkpoint"));
        List<NoteKey> keys =
                pins.stream()
                        .filter(pin -> pin.isFor(said.origin(), said.size()))
                        .map(PinnedKey::key)
                        .toList();
        if (keys.isEmpty()) {
            throw new SignedNote.Rejected(
                    "the policy pins no key for size " + said.size() + " of " + said.origin());
        }
        Set<NoteKey.Kind> missing = EnumSet.noneOf(NoteKey.Kind.class);
        keys.forEach(key -> missing.add(key.kind()));
        note.signers(keys).forEach(signer -> missing.remove(signer.kind()));
        if (!missing.isEmpty()) {
            throw new SignedNote.Rejected(
                    "no pinned key of the kind " + missing + " has signed it");
        }
        return said;
    }

    /// The last moment at which enough witnesses held a checkpoint to be the newest they had seen.
    ///
    /// @throws SignedNote.Rejected if they never did
    Instant cosignedAt(SignedNote note) throws SignedNote.Rejected {
        Map<NoteKey, Instant> times = note.times(quorum.keys());
        return times.values().stream()
                .sorted(Comparator.reverseOrder())
                .filter(moment ->
                        quorum.holds(key -> !times.getOrDefault(key, Instant.MIN).isBefore(moment)))
                .findFirst()
                .orElseThrow(() ->
                        new SignedNote.Rejected(
                                "too few witnesses have cosigned it: "
                                        + times.keySet().stream()
                                                .map(NoteKey::name)
                                                .distinct()
                                                .toList()));
    }
}
