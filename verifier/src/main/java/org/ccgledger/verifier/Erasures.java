package org.ccgledger.verifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which personal parts are gone, and whether a later event says that they were erased.
///
/// A part's row goes with its subject, but the fact and the decision record, which are hashed,
/// still name the subjects in the order of the parts. Where they name more than there were parts,
/// one of those named has to be a person whose data was erased.
final class Erasures {

    static final String ERASED = "ccg.erasures.PersonalDataErased";
    private static final String ID =
            "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
    private static final Pattern PERSON = Pattern.compile("[{,]\"person\":\"" + ID + "\"");
    private static final Pattern SUBJECT = Pattern.compile("\\{\"subject\":\"" + ID + "\"}");

    private final Set<Missing> open = new LinkedHashSet<>();
    private final Map<String, List<Missing>> bySubject = new HashMap<>();
    private long accountedFor;

    private record Missing(long position, int number) {
        void keep(DataOutputStream out) throws IOException {
            out.writeLong(position);
            out.writeInt(number);
        }

        static List<Missing> takeUp(DataInputStream in) throws IOException {
            List<Missing> all = new ArrayList<>();
            for (int count = in.readInt(); count > 0; count--) {
                all.add(new Missing(in.readLong(), in.readInt()));
            }
            return all;
        }
    }

    /// The next event of the ledger.
    void event(StoredLeaf leaf) {
        if (leaf.type().equals(ERASED)) {
            erased(leaf.fact());
        }
        List<Integer> missing = leaf.missingParts();
        if (!missing.isEmpty()) {
            missing(leaf, missing);
        }
    }

    /// Whether parts are gone that no event has accounted for.
    boolean areOpen() {
        return !open.isEmpty();
    }

    /// An event of an erasure.
    void erased(byte[] fact) {
        found(PERSON, fact).stream().findFirst().ifPresent(this::erased);
    }

    /// Those that no event has accounted for.
    void unaccounted(Faults faults) {
        open.forEach(missing ->
                faults.at(
                        missing.position(),
                        "personal part %d is not accounted for: it is gone, and no event says that it was erased"
                                .formatted(missing.number())));
    }

    void keep(DataOutputStream out) throws IOException {
        out.writeLong(accountedFor);
        out.writeInt(open.size());
        for (Missing missing : open) {
            missing.keep(out);
        }
        out.writeInt(bySubject.size());
        for (Map.Entry<String, List<Missing>> subject : bySubject.entrySet()) {
            out.writeUTF(subject.getKey());
            out.writeInt(subject.getValue().size());
            for (Missing missing : subject.getValue()) {
                missing.keep(out);
            }
        }
    }

    void takeUp(DataInputStream in) throws IOException {
        accountedFor = in.readLong();
        open.addAll(Missing.takeUp(in));
        for (int subjects = in.readInt(); subjects > 0; subjects--) {
            bySubject.put(in.readUTF(), Missing.takeUp(in));
        }
    }

    long accountedFor() {
        return accountedFor;
    }

    private void erased(String person) {
        List<Missing> gone = bySubject.remove(person);
        if (gone != null) {
            gone.stream().filter(open::remove).forEach(_ -> accountedFor++);
        }
    }

    private void missing(StoredLeaf leaf, List<Integer> numbers) {
        List<String> subjects = new ArrayList<>(found(SUBJECT, leaf.fact()));
        StoredLeaf.@Nullable Command command = leaf.command();
        if (leaf.commandIndex() == 0 && command != null) {
            subjects.addAll(found(SUBJECT, command.decision()));
        }
        boolean isEach = subjects.size() == leaf.partCommitments().length / LeafCheck.HASH;
        for (int number : numbers) {
            Missing missing = new Missing(leaf.position(), number);
            open.add(missing);
            for (String subject : isEach ? List.of(subjects.get(number)) : Set.copyOf(subjects)) {
                bySubject.computeIfAbsent(subject, _ -> new ArrayList<>()).add(missing);
            }
        }
    }

    private static List<String> found(Pattern pattern, byte[] json) {
        Matcher matcher = pattern.matcher(new String(json, StandardCharsets.UTF_8));
        return matcher.results().map(result -> result.group(1)).toList();
    }
}
