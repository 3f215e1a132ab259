package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.ledger.proof.Proofs;
import org.ccgledger.verifier.CheckpointText;
import org.ccgledger.verifier.NoteKey;
import org.ccgledger.verifier.SignedNote;
import org.ccgledger.verifier.TreeProofs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ledger's notes and proofs, checked by Go's packages `note` and `tlog`, and theirs, checked
/// by the verifier.
///
/// Runs in profile `interop` alone, for it needs Go.
class InteropRun {

    private static final int EVENTS = 1500;
    private static final LongLedger LEDGER = LongLedger.of(EVENTS);
    private static final Proofs PROOFS = new Proofs(LEDGER.database().as("test_auditor"));

    @TempDir private static Path cache;
    private static Go go;

    @BeforeAll
    static void start() throws IOException {
        go = new Go(cache);
    }

    @AfterAll
    static void close() throws IOException {
        go.close();
        LEDGER.close();
    }

    @Test
    void go_opens_the_ledgers_notes_and_no_other() throws Exception {
        String note = PROOFS.newest().orElseThrow().note();
        String key = key(NoteKey.Kind.ED25519).toString();

        assertThat(go.ask("open " + key + " " + base64(note))).isEqualTo("true");
        assertThat(go.ask("open " + key + " " + base64(note.replace("\n1500\n", "\n1501\n"))))
                .isEqualTo("false");
    }

    @Test
    void go_finds_the_ledgers_proofs_right_and_broken_ones_wrong() throws Exception {
        int asked = 0;
        for (long size : new long[] {1, 2, 3, 255, 256, 257, 700, 1023, 1024, EVENTS}) {
            for (long position = 1; position <= size; position += 1 + size / 20) {
                Proofs.Inclusion in = PROOFS.inclusion(position, size);
                String inclusion =
                        line("includes", in.index(), in.leaf(), size, in.root(), in.hashes());
                Proofs.Consistency from = PROOFS.consistency(position, size);
                String consistency =
                        line(
                                "extends",
                                position,
                                from.fromRoot(),
                                size,
                                from.toRoot(),
                                from.hashes());

                assertThat(go.ask(inclusion)).as(inclusion).isEqualTo("true");
                assertThat(go.ask(consistency)).as(consistency).isEqualTo("true");
                assertThat(go.ask(broken(inclusion))).as(inclusion).isEqualTo("false");
                assertThat(go.ask(broken(consistency))).as(consistency).isEqualTo("false");
                asked += 4;
            }
        }
        System.out.printf("Go was asked about %d proofs, half of them broken.%n", asked);
    }

    @Test
    void the_verifier_accepts_what_go_made_and_not_what_was_changed() throws Exception {
        int checked = 0;
        for (int size : new int[] {1, 2, 7, 8, 100, 257}) {
            List<String[]> made = go.make("example.com/log", size);
            Map<String, String> said =
                    made.stream()
                            .filter(words -> words.length == 2)
                            .collect(Collectors.toMap(words -> words[0], words -> words[1]));
            SignedNote note =
                    SignedNote.parse(Base64.getDecoder().decode(said.getOrDefault("note", "")));
            NoteKey key = NoteKey.parse(said.getOrDefault("key", ""));
            CheckpointText checkpoint = CheckpointText.parse(note.text()).orElseThrow();

            assertThat(note.signers(List.of(key))).containsExactly(key);
            assertThat(checkpoint.size()).isEqualTo(size);
            for (String[] words : made) {
                if (words.length > 2) {
                    assertThat(holds(words)).as(String.join(" ", words)).isTrue();
                    assertThat(hex(words[4])).isEqualTo(checkpoint.root());
                    assertThat(holds(broken(String.join(" ", words)).split(" ", -1))).isFalse();
                    checked += 2;
                }
            }
        }
        System.out.printf(
                "The verifier was given %d proofs of Go, half of them broken.%n", checked);
    }

    private static boolean holds(String[] words) {
        long first = Long.parseLong(words[1]);
        long size = Long.parseLong(words[3]);
        List<byte[]> proof = Stream.of(words).skip(5).map(InteropRun::hex).toList();
        return words[0].equals("includes")
                ? TreeProofs.includes(first, hex(words[2]), size, hex(words[4]), proof)
                : TreeProofs.isExtended(first, hex(words[2]), size, hex(words[4]), proof);
    }

    /// With one bit changed in the root.
    private static String broken(String line) {
        String[] words = line.split(" ", -1);
        byte[] root = hex(words[4]);
        root[31] ^= 1;
        words[4] = HexFormat.of().formatHex(root);
        return String.join(" ", words);
    }

    private static String line(
            String what, long first, byte[] hash, long size, byte[] root, List<byte[]> proof) {
        List<String> words = new ArrayList<>(List.of(what, Long.toString(first)));
        words.add(HexFormat.of().formatHex(hash));
        words.add(Long.toString(size));
        words.add(HexFormat.of().formatHex(root));
        proof.forEach(one -> words.add(HexFormat.of().formatHex(one)));
        return String.join(" ", words);
    }

    private static NoteKey key(NoteKey.Kind kind) {
        return Policies.of(LEDGER.database().unpooled())
                .lines()
                .map(line -> NoteKey.parse(line.split(" ", -1)[4]))
                .filter(key -> key.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /// The program `src/test/go/interop.go`, which answers a line with a line.
    private static final class Go implements AutoCloseable {

        private final Process process;
        private final Writer questions;
        private final BufferedReader answers;

        Go(Path cache) throws IOException {
            ProcessBuilder program =
                    new ProcessBuilder(
                                    "go",
                                    "run",
                                    Path.of("src", "test", "go", "interop.go").toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT);
            program.environment()
                    .putAll(
                            Map.of(
                                    "GO111MODULE", "off",
                                    "GOPATH", "/usr/share/gocode",
                                    "GOCACHE", cache.toString()));
            process = program.start();
            questions = process.outputWriter();
            answers = process.inputReader();
        }

        String ask(String line) throws IOException {
            questions.write(line + "\n");
            questions.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("Go has ended at: " + line);
            }
            return answer;
        }

        List<String[]> make(String name, int size) throws IOException {
            List<String[]> made = new ArrayList<>();
            String line = ask("make " + name + " " + size);
            while (!line.equals("end")) {
                made.add(line.strip().split(" ", -1));
                line = answers.readLine();
            }
            return made;
        }

        @Override
        public void close() throws IOException {
            questions.close();
            process.onExit().join();
        }
    }
}
