package org.ccgledger.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ccgledger.verifier.SignedNote.Rejected;
import org.jspecify.annotations.Nullable;

/// The offline verifier, `ccg-verify`: audits bundles, makes proofs from them, and checks proofs.
public final class CcgVerify {

    private static final int RIGHT = 0;
    private static final int WRONG = 1;
    private static final int NOT_CHECKED = 2;

    private static final int LONGEST_POLICY = 4 << 20;
    private static final String POLICY = "--policy";
    private static final String USAGE =
            """
            ccg-verify audit DIR --policy FILE [--last-seen FILE.note] [--save FILE.note]
                audits a whole bundle, as `ccg export` writes it, against a checkpoint signed by keys that you pin
            ccg-verify prove DIR POSITION [--to FILE.tlog-proof]
                writes the proof that an event is in the ledger, by default into POSITION.tlog-proof
            ccg-verify check FILE.tlog-proof --policy FILE [--leaf HASH]
                checks such a proof; --leaf is the leaf hash of a receipt, in hexadecimal
            ccg-verify extend OLD.note NEW.note --policy FILE --dir DIR
                shows from a bundle that the ledger of one checkpoint begins with that of an older one

            Exit code 0: all that was checked is in order. 1: it is not. 2: it could not be checked.
            """;

    private final PrintStream out;
    private final PrintStream errors;

    CcgVerify(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    public static void main(String[] words) {
        System.exit(new CcgVerify(System.out, System.err).run(words));
    }

    int run(String... words) {
        String command = words.length == 0 ? "" : words[0];
        List<String> rest = Arrays.asList(words).subList(Math.min(1, words.length), words.length);
        try {
            return switch (command) {
                case "audit" ->
                        audit(Arguments.of(rest, 1, Set.of(POLICY, "--last-seen", "--save")));
                case "prove" -> prove(Arguments.of(rest, 2, Set.of("--to")));
                case "check" -> check(Arguments.of(rest, 1, Set.of(POLICY, "--leaf")));
                case "extend" -> extend(Arguments.of(rest, 2, Set.of(POLICY, "--dir")));
                case "--help" -> {
                    out.print(USAGE);
                    yield RIGHT;
                }
                case "" -> {
                    errors.print(USAGE);
                    yield NOT_CHECKED;
                }
                default -> throw new Arguments.Unusable("There is no command " + command + ".");
            };
        } catch (Arguments.Unusable e) {
            errors.println(e.getMessage());
            errors.print(USAGE);
        } catch (Rejected e) {
            out.println("WRONG: " + e.why());
            return WRONG;
        } catch (NoSuchFileException e) {
            errors.println("There is no file " + e.getMessage() + ".");
        } catch (IOException e) {
            errors.println("A file cannot be read or written: " + Shown.of(e.toString()));
        } catch (Damaged | InvalidPathException e) {
            errors.println("The bundle cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
        }
        return NOT_CHECKED;
    }

    private int audit(Arguments given) throws Arguments.Unusable, IOException {
        Path bundle = folder(given.operand(0));
        Path policyFile = Path.of(given.needed(POLICY));
        Policy policy = policy(policyFile);
        String lastSeen = given.option("--last-seen");
        long began = System.nanoTime();
        AuditReport report =
                LedgerAudit.run(
                        bundle,
                        new LedgerAudit.Given(
                                policy, null, lastSeen == null ? null : note(lastSeen)),
                        new Bar(out));
        report.sentences(Duration.ofNanos(System.nanoTime() - began)).forEach(out::println);
        if (policyFile.toRealPath().startsWith(bundle.toRealPath())) {
            out.println(
                    "Not checked: Whose keys they are: the policy comes with the bundle itself.");
        }
        String save = given.option("--save");
        byte[] note = report.note();
        if (report.isClean() && save != null && note != null) {
            Files.write(Path.of(save), note);
        }
        return report.isClean() ? RIGHT : WRONG;
    }

    private int prove(Arguments given) throws IOException, Damaged, Rejected {
        Path bundle = folder(given.operand(0));
        byte[] note =
                BundleRows.note(bundle).orElseThrow(() -> new Damaged("it holds no checkpoint"));
        CheckpointText checkpoint = said(SignedNote.parse(note));
        long position = position(given.operand(1), checkpoint.size());
        LeafData leaf = LeafData.of(event(bundle, position));
        BundleTree tree = new BundleTree(new TileFiles(bundle, checkpoint.size()));
        TlogProof proof =
                new TlogProof(
                        position - 1,
                        leaf.bytes(),
                        tree.inclusion(position - 1, checkpoint.size()),
                        note);
        if (!proof.shows(leaf.hash(), checkpoint)) {
            throw new Rejected("the bundle's event, tiles and checkpoint do not fit one another");
        }
        String to = given.option("--to");
        Path file = Path.of(to == null ? position + ".tlog-proof" : to);
        Files.write(file, proof.bytes());
        out.printf(
                Locale.UK,
                "%s shows that position %d is among the %,d events of %s.%n",
                file,
                position,
                checkpoint.size(),
                Shown.of(checkpoint.origin()));
        out.println("Not checked: Who has signed the checkpoint; `ccg-verify check` does.");
        return RIGHT;
    }

    private int check(Arguments given) throws Arguments.Unusable, IOException, Rejected {
        Policy policy = policy(Path.of(given.needed(POLICY)));
        TlogProof proof = TlogProof.parse(bytes(Path.of(given.operand(0)), TlogProof.LONGEST));
        CheckpointText checkpoint = policy.believe(SignedNote.parse(proof.note()));
        byte[] extra = proof.extra();
        byte[] leaf = leaf(given.option("--leaf"), extra);
        if (!proof.shows(leaf, checkpoint)) {
            throw new Rejected("the proof does not lead from this leaf to the signed root");
        }
        out.printf(
                Locale.UK,
                "Position %d is among the %,d events of %s that the pinned keys have signed.%n",
                proof.index() + 1,
                checkpoint.size(),
                checkpoint.origin());
        out.println("Leaf hash: " + HexFormat.of().formatHex(leaf));
        if (extra != null && Arrays.equals(LeafData.hash(extra), leaf)) {
            say(policy, proof.index() + 1, extra);
        } else {
            out.println("Not checked: What the event says; the proof does not hold it.");
        }
        return RIGHT;
    }

    private static byte[] leaf(@Nullable String given, byte @Nullable [] extra)
            throws Arguments.Unusable {
        if (given != null) {
            return HexFormat.of().parseHex(given);
        }
        if (extra == null) {
            throw new Arguments.Unusable("The proof does not hold the event: --leaf is needed.");
        }
        return LeafData.hash(extra);
    }

    private void say(Policy policy, long position, byte[] extra) throws Rejected {
        try {
            LeafData data = LeafData.parse(extra);
            LeafBody body = LeafBody.parse(data.body());
            if (data.position() != position || !body.ledgerId().equals(policy.ledgerId())) {
                throw new Rejected(
                        "the event says that it is position %d of ledger %s"
                                .formatted(data.position(), body.ledgerId()));
            }
            HexFormat hex = HexFormat.of();
            out.println(
                    "Type: " + Shown.of(body.type()) + ", schema version " + body.schemaVersion());
            out.println("Stream: " + Shown.of(body.stream()) + ", version " + body.version());
            out.println("Command: " + body.commandId() + ", event " + body.commandIndex());
            out.println("Recorded at: " + data.recordedAt());
            out.println("Effective on: " + LocalDate.ofEpochDay(body.effectiveOnDay()));
            out.println("Tags: " + Shown.of(String.join(", ", body.tags())));
            out.println("SHA-256 of the fact: " + hex.formatHex(body.factCommitment()));
            out.println("SHA-256 of the metadata: " + hex.formatHex(body.metadataCommitment()));
            out.println("SHA-256 of the decision: " + hex.formatHex(body.decisionCommitment()));
            out.println(
                    "Not checked: The fact, the metadata and the decision record themselves;"
                            + " whoever has them compares their SHA-256.");
        } catch (LeafBody.Unreadable e) {
            throw new Rejected("the event's body cannot be read: " + e.how());
        }
    }

    private int extend(Arguments given) throws Arguments.Unusable, IOException, Damaged, Rejected {
        Policy policy = policy(Path.of(given.needed(POLICY)));
        Path bundle = folder(given.needed("--dir"));
        CheckpointText old = policy.believe(SignedNote.parse(note(given.operand(0))));
        CheckpointText later = policy.believe(SignedNote.parse(note(given.operand(1))));
        if (!old.origin().equals(later.origin()) || old.size() > later.size()) {
            throw new Rejected(
                    "size %d of %s cannot begin with size %d of %s"
                            .formatted(later.size(), later.origin(), old.size(), old.origin()));
        }
        long size = BundleRows.size(bundle);
        if (later.size() > size) {
            throw new Damaged("it holds %d of %d events".formatted(size, later.size()));
        }
        List<byte[]> proof =
                old.size() == 0
                        ? List.of()
                        : new BundleTree(new TileFiles(bundle, size))
                                .consistency(old.size(), later.size());
        if (!TreeProofs.isExtended(old.size(), old.root(), later.size(), later.root(), proof)) {
            throw new Rejected(
                    "the bundle does not show that the ledger of %d events begins with that of %d"
                            .formatted(later.size(), old.size()));
        }
        out.printf(
                Locale.UK,
                "The %,d events of %s begin with the %,d that were signed before.%n",
                later.size(),
                later.origin(),
                old.size());
        out.println("Not checked: The events themselves; `ccg-verify audit` does.");
        return RIGHT;
    }

    private static CheckpointText said(SignedNote note) throws Rejected {
        return CheckpointText.parse(note.text())
                .orElseThrow(() -> new Rejected("the bundle's checkpoint is none"));
    }

    private static long position(String word, long size) {
        long position = word.matches("\\d{1,18}") ? Long.parseLong(word) : 0;
        if (position < 1 || position > size) {
            throw new IllegalArgumentException(
                    "The bundle has positions 1 to %d, and not %s.".formatted(size, word));
        }
        return position;
    }

    private static StoredLeaf event(Path bundle, long position) throws IOException, Damaged {
        long number = (position - 1) / Chunk.POSITIONS;
        try (Chunk chunk = Chunk.open(bundle, number)) {
            for (Chunk.Entry entry = chunk.peek(); entry != null; entry = chunk.peek()) {
                if (entry.position() == position && entry.kind() == Chunk.EVENT) {
                    return BundleRows.event(position, entry.fields(), List.of(), List.of());
                }
                chunk.skip();
            }
        }
        throw new Damaged(Chunk.name(number) + " does not hold position " + position);
    }

    private static Path folder(String word) throws NoSuchFileException {
        Path folder = Path.of(word);
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(word);
        }
        return folder;
    }

    private static Policy policy(Path file) throws IOException {
        return Policy.parse(new String(bytes(file, LONGEST_POLICY), StandardCharsets.UTF_8));
    }

    private static byte[] note(String file) throws IOException {
        return bytes(Path.of(file), SignedNote.LONGEST);
    }

    private static byte[] bytes(Path file, int longest) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new IOException(file + " is longer than " + longest + " bytes");
            }
            return bytes;
        }
    }
}
