package org.ccgledger.verifier;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose signature is believed, under which name and for which sizes of the log.
///
/// In text it is a line for each key, of words that are set apart by spaces: `log`, the log's
/// origin, the first size for which the key is good, the last one or `-`, the verifier key. Lines
/// that are empty or begin with `#` say nothing. It must come from somebody other than the ledger.
public final class Policy {

    private static final Pattern ORIGIN =
            Pattern.compile(
                    "ccg-ledger/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/[1-9]\\d{0,8}");
    private static final Pattern SIZE = Pattern.compile("\\d{1,18}");

    private final UUID ledgerId;
    private final List<Pin> pins;

    private Policy(UUID ledgerId, List<Pin> pins) {
        this.ledgerId = ledgerId;
        this.pins = pins;
    }

    private record Pin(String origin, long from, long to, NoteKey key) {}

    /// Reads a policy.
    ///
    /// @throws IllegalArgumentException with the line that is wrong
    public static Policy parse(String text) {
        List<Pin> pins = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String said = line.strip();
            if (!said.isEmpty() && !said.startsWith("#")) {
                try {
                    pins.add(pin(said.split("\\s+")));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            "Line " + number + " of the policy: " + e.getMessage(), e);
                }
            }
        }
        List<UUID> ledgers = pins.stream().map(pin -> ledgerId(pin.origin)).distinct().toList();
        if (ledgers.size() != 1) {
            throw new IllegalArgumentException(
                    "The policy names " + ledgers.size() + " ledgers; it has to name one");
        }
        return new Policy(ledgers.getFirst(), List.copyOf(pins));
    }

    private static Pin pin(String[] words) {
        if (words.length != 5 || !words[0].equals("log")) {
            throw new IllegalArgumentException("it is not `log ORIGIN FROM TO KEY`");
        }
        ledgerId(words[1]);
        NoteKey key = NoteKey.parse(words[4]);
        if (!key.name().equals(words[1])) {
            throw new IllegalArgumentException("its key is called " + key.name());
        }
        return new Pin(
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

    private static UUID ledgerId(String origin) {
        Matcher form = ORIGIN.matcher(origin);
        if (!form.matches()) {
            throw new IllegalArgumentException(origin + " is no ledger's origin");
        }
        return UUID.fromString(form.group(1));
    }

    UUID ledgerId() {
        return ledgerId;
    }

    /// What a note says, if it is a checkpoint that the policy's keys have signed.
    ///
    /// Of each kind of key that is pinned for its size one must have signed: whoever breaks one
    /// kind of signature cannot do without the other.
    ///
    /// @throws SignedNote.Rejected if it is not to be believed
    CheckpointText believe(SignedNote note) throws SignedNote.Rejected {
        CheckpointText said =
                CheckpointText.parse(note.text())
                        .orElseThrow(() -> new SignedNote.Rejected("it is no checkpoint"));
        List<NoteKey> keys =
                pins.stream()
                        .filter(pin ->
                                pin.origin.equals(said.origin())
                                        && pin.from <= said.size()
                                        && said.size() <= pin.to)
                        .map(Pin::key)
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
}
