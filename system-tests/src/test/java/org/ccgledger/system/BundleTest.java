package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ccgledger.ledger.bundle.LedgerExport;
import org.ccgledger.verifier.AuditReport;
import org.ccgledger.verifier.AuditReport.Fault;
import org.ccgledger.verifier.LedgerAudit;
import org.ccgledger.verifier.Policy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What `ccg export` writes, and what the audit of a bundle says of a ledger that was tampered with
/// before, and of files that were forged afterwards.
class BundleTest {

    private static final int EVENTS = 25_000;
    private static final int MIDDLE = 15_000;
    private static final int LATE = 24_000;

    private static final LongLedger LEDGER = LongLedger.of(EVENTS);
    private static final Policy POLICY = LEDGER.policy();
    private static final Tampering TAMPERING = new Tampering(LEDGER, EVENTS, MIDDLE, LATE);

    @TempDir private static Path shared;
    @TempDir private Path folder;

    @BeforeAll
    static void export() throws Exception {
        Bundles.export(LEDGER, clean());
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void a_clean_bundle_raises_no_alarm() throws Exception {
        AuditReport report = audit(clean(), null);

        assertThat(report.faults()).isEmpty();
        assertThat(report.events()).isEqualTo(EVENTS);
        assertThat(report.personalParts()).isGreaterThan(200);
        assertThat(report.checkpoint()).hasFieldOrPropertyWithValue("size", (long) EVENTS);
        assertThat(report.notChecked()).anyMatch(line -> line.contains("--last-seen"));
        assertThat(audit(clean(), report.note()).isClean()).isTrue();
    }

    @Test
    void a_bundle_says_how_it_is_read_and_lists_its_files() throws Exception {
        Map<String, String> files = Bundles.files(clean());

        assertThat(files)
                .containsKeys(
                        "FORMAT.md",
                        "SHA256SUMS",
                        "checkpoint",
                        "events/000002",
                        "keys",
                        "tile/0/096",
                        "tile/0/097.p/168",
                        "tile/1/000.p/97");
        assertThat(Files.readString(clean().resolve("FORMAT.md"))).contains("ccg-bundle/1");
        assertThat(Files.readAllLines(clean().resolve("SHA256SUMS"))).hasSize(files.size() - 1);
        assertThat(Policy.parse(Files.readString(clean().resolve("keys")))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource
    void a_ledger_that_was_tampered_with_is_named(
            String fault, long position, List<String> statements) throws Exception {
        assertNamed(tampered(null, statements), fault, position);
    }

    static List<Arguments> a_ledger_that_was_tampered_with_is_named() {
        return TAMPERING.ways().stream()
                .filter(way -> !Objects.requireNonNull(way.get()[0]).toString().contains("holds 0"))
                .toList();
    }

    @Test
    void a_ledger_without_events_is_not_exported() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tampered(null, List.of("truncate ledger.event")))
                .withMessage("The database holds no ledger.");
    }

    @Test
    void a_note_by_another_key_is_not_believed() throws Exception {
        assertNamed(
                tampered(null, List.of(TAMPERING.note(old -> Tampering.forged(old, true)))),
                "bad signature by the known key",
                0);
        assertNamed(
                tampered(null, List.of(TAMPERING.note(old -> Tampering.forged(old, false)))),
                "no known key has signed it",
                0);
    }

    @Test
    void an_old_note_is_a_rollback_for_whoever_has_seen_a_newer_one() throws Exception {
        byte[] seen = Files.readAllBytes(clean().resolve("checkpoint"));
        List<String> replay = List.of("delete from ledger.checkpoint where size > " + MIDDLE);

        AuditReport remembered = tampered(seen, replay);

        assertThat(remembered.faults().getFirst().what())
                .contains("was rolled back", "the one last seen " + EVENTS);
        assertThat(tampered(null, replay).isClean()).isTrue();
    }

    @Test
    void events_behind_the_checkpoint_are_named() throws Exception {
        Path older = Files.createTempDirectory(folder, "older");
        TAMPERING.undone(
                List.of("delete from ledger.checkpoint where size > " + MIDDLE),
                superuser -> LedgerExport.run(superuser, older, (_, _) -> {}, List.of()));
        Path longer = Bundles.copy(clean(), folder.resolve("longer"));
        String note = Files.readString(older.resolve("checkpoint"));
        Files.writeString(longer.resolve("checkpoint"), note);
        Bundles.list(longer);

        assertNamed(
                audit(longer, null),
                "is behind the checkpoint",
                Long.parseLong(note.lines().skip(1).findFirst().orElseThrow()) + 1);
    }

    /// What somebody does to the files of a bundle.
    interface Forgery {
        void of(Path bundle) throws IOException;
    }

    @ParameterizedTest
    @MethodSource
    void a_forged_bundle_is_named_although_its_list_was_made_anew(
            String fault, long position, Forgery forgery) throws Exception {
        Path forged = Bundles.copy(clean(), folder.resolve("forged"));
        forgery.of(forged);
        Bundles.list(forged);

        assertNamed(audit(forged, null), fault, position);
    }

    static List<Arguments> a_forged_bundle_is_named_although_its_list_was_made_anew() {
        return List.of(
                forgery(
                        "a file of events missing",
                        "events/000001 is missing",
                        0,
                        bundle -> Files.delete(bundle.resolve("events/000001"))),
                forgery(
                        "positions of a missing file",
                        "is missing, and all up to",
                        10_241,
                        bundle -> Files.delete(bundle.resolve("events/000001"))),
                forgery(
                        "the last file of events missing",
                        "is cut off: it holds 20480 of 25000 events",
                        20_481,
                        bundle -> Files.delete(bundle.resolve("events/000002"))),
                forgery(
                        "two files of events swapped",
                        "events/000000 says that it holds positions 10241 to 20480",
                        0,
                        bundle -> {
                            Path aside = bundle.resolve("aside");
                            Files.move(bundle.resolve("events/000000"), aside);
                            Files.move(
                                    bundle.resolve("events/000001"),
                                    bundle.resolve("events/000000"));
                            Files.move(aside, bundle.resolve("events/000001"));
                        }),
                forgery(
                        "a file of events cut short",
                        "events/000001 ends too early",
                        0,
                        bundle ->
                                change(
                                        bundle.resolve("events/000001"),
                                        bytes -> Arrays.copyOf(bytes, bytes.length / 2))),
                forgery(
                        "bytes behind the end",
                        "events/000001 goes on behind its end",
                        0,
                        bundle ->
                                Files.write(
                                        bundle.resolve("events/000001"),
                                        new byte[] {0},
                                        StandardOpenOption.APPEND)),
                forgery(
                        "a complete tile altered",
                        "leaf is not the one in tile 0/3",
                        3 * 256 + 1 + 5000 / 32,
                        bundle -> flip(bundle.resolve("tile/0/003"), 5000)),
                forgery(
                        "a complete tile missing",
                        "tile 0/3 is missing or wrong",
                        4 * 256,
                        bundle -> Files.delete(bundle.resolve("tile/0/003"))),
                forgery(
                        "the last tile altered",
                        "leaf is not the one in tile 0/97",
                        97 * 256 + 1,
                        bundle -> flip(bundle.resolve("tile/0/097.p/168"), 0)),
                forgery(
                        "the last tile missing",
                        "tile 0/97 is missing or wrong",
                        EVENTS,
                        bundle -> Files.delete(bundle.resolve("tile/0/097.p/168"))),
                forgery(
                        "a tile of the level above altered",
                        "tile 1/0 does not hold the root of tile 0/2",
                        0,
                        bundle -> flip(bundle.resolve("tile/1/000.p/97"), 70)),
                forgery(
                        "a tile too long",
                        "tile/0/003 does not hold 8192 bytes",
                        0,
                        bundle ->
                                change(
                                        bundle.resolve("tile/0/003"),
                                        bytes -> Arrays.copyOf(bytes, bytes.length + 32))),
                forgery(
                        "a checkpoint of another key",
                        "the newest checkpoint is not to be believed: bad signature",
                        0,
                        bundle ->
                                change(
                                        bundle.resolve("checkpoint"),
                                        bytes ->
                                                utf8(
                                                        Tampering.forged(
                                                                new String(
                                                                        bytes,
                                                                        StandardCharsets.UTF_8),
                                                                true)))),
                forgery(
                        "no checkpoint",
                        "there is no checkpoint",
                        0,
                        bundle -> Files.delete(bundle.resolve("checkpoint"))),
                forgery(
                        "a file that belongs to no bundle",
                        "tile/0/098 is no file of this bundle",
                        0,
                        bundle -> Files.write(bundle.resolve("tile/0/098"), new byte[8192])));
    }

    @ParameterizedTest
    @MethodSource
    void what_is_not_as_it_is_listed_is_named(String fault, Forgery accident) throws Exception {
        Path damaged = Bundles.copy(clean(), folder.resolve("damaged"));
        accident.of(damaged);

        assertThat(audit(damaged, null).faults()).extracting(Fault::what).contains(fault);
    }

    static List<Arguments> what_is_not_as_it_is_listed_is_named() {
        return List.of(
                accident(
                        "events/000001 is not the file that SHA256SUMS lists",
                        bundle -> flip(bundle.resolve("events/000001"), 4_000_000)),
                accident(
                        "FORMAT.md is not the file that SHA256SUMS lists",
                        bundle -> flip(bundle.resolve("FORMAT.md"), 10)),
                accident(
                        "keys is listed in SHA256SUMS and missing",
                        bundle -> Files.delete(bundle.resolve("keys"))),
                accident(
                        "events/000002 is not listed in SHA256SUMS",
                        bundle ->
                                change(
                                        bundle.resolve("SHA256SUMS"),
                                        list ->
                                                utf8(
                                                        new String(list, StandardCharsets.UTF_8)
                                                                .replaceFirst(
                                                                        ".*events/000002\n", "")))),
                accident(
                        "the last export into this bundle was not finished",
                        bundle -> Files.createFile(bundle.resolve("SHA256SUMS.draft"))));
    }

    @Test
    void an_export_that_was_cut_off_goes_on_and_becomes_the_same() throws Exception {
        Path to = folder.resolve("bundle");
        assertThatThrownBy(() ->
                        Bundles.export(
                                LEDGER,
                                to,
                                (done, _) -> {
                                    if (done == 20_480) {
                                        throw new UnsupportedOperationException("cut off");
                                    }
                                }))
                .hasMessage("cut off");
        assertThat(audit(to, null).faults())
                .extracting(Fault::what)
                .contains("the last export into this bundle was not finished");
        Files.writeString(to.resolve("SHA256SUMS.draft"), "0123abc", StandardOpenOption.APPEND);
        Files.writeString(to.resolve("tile/0/097.p/12.unfinished"), "half a tile");
        Files.writeString(to.resolve("tile/0/097.p/12"), "a tile that was not listed any more");
        flip(to.resolve("events/000000"), 1_000_000);

        LedgerExport.Exported exported = Bundles.export(LEDGER, to);

        // The file that was damaged, and the one that was not there yet.
        assertThat(exported).isEqualTo(new LedgerExport.Exported(EVENTS, 10_240 + 4_520));
        assertThat(Bundles.files(to)).isEqualTo(Bundles.files(clean()));
        assertThat(Bundles.export(LEDGER, to)).isEqualTo(new LedgerExport.Exported(EVENTS, 0));
        assertThat(Bundles.files(to)).isEqualTo(Bundles.files(clean()));
    }

    @Test
    void a_later_export_adds_to_a_bundle_and_another_ledgers_is_refused() throws Exception {
        Path to = folder.resolve("bundle");
        try (LongLedger growing = LongLedger.of(600);
                LongLedger other = LongLedger.of(700)) {
            Bundles.export(growing, to);
            growing.grow(900);
            Bundles.export(growing, to);
            growing.grow(10_500);

            assertThat(Bundles.export(growing, to).written()).isEqualTo(10_500);
            growing.grow(10_600);
            assertThat(Bundles.export(growing, to).written()).isEqualTo(10_600 - 10_240);

            Path anew = folder.resolve("anew");
            Bundles.export(growing, anew);
            assertThat(Bundles.files(to)).isEqualTo(Bundles.files(anew));
            assertThat(
                            LedgerAudit.run(
                                            to,
                                            new LedgerAudit.Given(growing.policy(), null, null),
                                            (_, _) -> {})
                                    .faults())
                    .isEmpty();

            assertRefused(other, to, "another history");
            other.grow(10_700);
            assertRefused(other, to, "another history");
            assertThat(Bundles.files(to)).isEqualTo(Bundles.files(anew));
            assertThat(audit(to, null).faults())
                    .extracting(Fault::what)
                    .anyMatch(what -> what.startsWith("events/000000 is of the ledger "));
        }
    }

    @Test
    void a_bundle_whose_checkpoint_is_cosigned_anew_stays_in_order() throws Exception {
        Path to = folder.resolve("bundle");
        try (LongLedger ledger = LongLedger.of(300)) {
            Bundles.export(ledger, to);
            JdbcClient.create(ledger.database().owner())
                    .sql(
                            "insert into witness.cosignature select max(size), 'w.example+00000000',"
                                    + " E'\u2014 w.example AAAAAAAAAAA=\\n', now() from ledger.checkpoint")
                    .update();

            assertThat(Bundles.export(ledger, to)).isEqualTo(new LedgerExport.Exported(300, 0));
            assertThat(Files.readString(to.resolve("checkpoint"))).contains("w.example");
            assertThat(
                            LedgerAudit.run(
                                            to,
                                            new LedgerAudit.Given(ledger.policy(), null, null),
                                            (_, _) -> {})
                                    .faults())
                    .isEmpty();
        }
    }

    @Test
    void a_folder_of_something_else_is_left_as_it_is() throws Exception {
        Files.writeString(folder.resolve("notes.md"), "Dear Sir,");

        assertRefused(LEDGER, folder, "holds something else than a bundle");
        Bundles.list(folder);
        assertRefused(LEDGER, folder, "holds something else than a bundle");
        assertThat(Bundles.files(folder)).hasSize(2);
        Files.move(folder.resolve("SHA256SUMS"), folder.resolve("SHA256SUMS.draft"));
        Files.writeString(folder.resolve("notes.unfinished"), "Dear Madam,");
        Bundles.export(LEDGER, folder);
        assertThat(folder.resolve("notes.md")).hasContent("Dear Sir,");
        assertThat(folder.resolve("notes.unfinished")).exists();
    }

    private static void assertRefused(LongLedger ledger, Path to, String why) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Bundles.export(ledger, to))
                .withMessageContaining(why);
    }

    private static void assertNamed(AuditReport report, String fault, long position) {
        assertThat(report.faults())
                .anySatisfy(found -> {
                    assertThat(found.what()).contains(fault);
                    assertThat(found.position()).isEqualTo(position);
                });
    }

    private AuditReport tampered(byte @Nullable [] lastSeen, List<String> statements)
            throws Exception {
        Path to = Files.createTempDirectory(folder, "tampered");
        TAMPERING.undone(
                statements, superuser -> LedgerExport.run(superuser, to, (_, _) -> {}, List.of()));
        return audit(to, lastSeen);
    }

    private static AuditReport audit(Path bundle, byte @Nullable [] lastSeen) throws IOException {
        return LedgerAudit.run(bundle, new LedgerAudit.Given(POLICY, null, lastSeen), (_, _) -> {});
    }

    private static Path clean() {
        return shared.resolve("clean");
    }

    private static Arguments forgery(String what, String fault, long position, Forgery forgery) {
        return argumentSet(what, fault, position, forgery);
    }

    private static Arguments accident(String fault, Forgery accident) {
        return argumentSet(fault, fault, accident);
    }

    private interface Change {
        byte[] of(byte[] bytes);
    }

    private static void change(Path file, Change change) throws IOException {
        Files.write(file, change.of(Files.readAllBytes(file)));
    }

    private static void flip(Path file, int at) throws IOException {
        change(
                file,
                bytes -> {
                    bytes[at] ^= 1;
                    return bytes;
                });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
