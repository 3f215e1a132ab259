package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The read models, looked after from outside while the ledger runs.
class ProjectionCommandsTest {

    private static final RunningLedger LEDGER = RunningLedger.start();

    @BeforeAll
    static void play() {
        Sample.play(LEDGER);
        assertThat(LEDGER.get("/v1/stated-figures").status()).isEqualTo(200);
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    private static Ended projections(String... arguments) throws Exception {
        return projections(Path.of(LEDGER.property("ccg.data-directory")), arguments);
    }

    private static Ended projections(Path folder, String... arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("projections"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data-directory", folder.toString()));
        return Ended.after(all.toArray(String[]::new));
    }

    @Test
    void they_are_listed_with_how_far_they_are() throws Exception {
        Ended list = projections("list");

        assertThat(list.status()).as(list.toString()).isZero();
        assertThat(list.output().lines().skip(1))
                .hasSize(LEDGER.get("/v1/projections").json().get("items").size())
                .allMatch(line -> line.matches("[a-z-]+ +\\d+ +[\\d,]+ +0 +0 +RUNNING"));
    }

    @Test
    void a_changed_row_is_named_and_mended_and_the_ledger_goes_on() throws Exception {
        JdbcClient.create(LEDGER.owner())
                .sql(
                        "update projection.stated_figure set unit = 'PRACTICES' where figure = 'figure-93X'")
                .update();

        Ended verified = projections("verify", "stated-figures");

        assertThat(verified.status()).as(verified.toString()).isEqualTo(1);
        assertThat(verified.output())
                .containsPattern("DIFFERENT: stated_figure, position \\d+\n")
                .containsPattern("live: .*\"unit\": \"PRACTICES\"")
                .containsPattern("replayed: .*\"unit\": \"CCGS\"")
                .contains("1 table is not as a replay makes it.");

        Ended rebuilt = projections("rebuild", "stated-figures");

        assertThat(rebuilt.status()).as(rebuilt.toString()).isZero();
        assertThat(rebuilt.output())
                .containsPattern(
                        "stated-figures: [\\d,]+ events in [\\d.]+ s \\([\\d,]+ a second\\), in its place at position [\\d,]+; halted for [\\d.]+ s\\.");
        assertThat(projections("verify", "stated-figures").status()).isZero();

        Sample.Command more = Sample.pledge("pledge-more", "DH/2012", "More");
        assertThat(LEDGER.post(more.name(), more.actor(), more.json()).status()).isEqualTo(201);
        assertThat(LEDGER.get("/v1/pledges").json().get("items")).hasSize(1);
        assertThat(projections("verify").status()).isZero();
    }

    /// The rows of a read model that lacks an event are no part of a bundle.
    @Test
    void what_is_parked_keeps_read_models_out_of_a_bundle_until_it_is_retried(@TempDir Path folder)
            throws Exception {
        JdbcClient owner = JdbcClient.create(LEDGER.owner());
        owner.sql(
                        "alter table projection.stated_figure add constraint planted"
                                + " check (figure <> 'figure-parked')")
                .update();
        Sample.Command figure =
                Sample.commands().stream()
                        .filter(command -> command.name().equals("RecordStatedFigure"))
                        .findFirst()
                        .orElseThrow();
        Reply recorded =
                LEDGER.post(
                        figure.name(),
                        figure.actor(),
                        figure.json().replace("figure-90X", "figure-parked"));
        assertThat(recorded.status()).as("%s", recorded).isEqualTo(201);
        long position = LEDGER.bean(Ledger.class).head();
        Patience.until(
                "it is signed",
                () ->
                        owner.sql("select coalesce(max(size), 0) from ledger.checkpoint")
                                        .query(Long.class)
                                        .single()
                                >= position);
        String[] export = {
            "export",
            "--to",
            folder.resolve("bundle").toString(),
            "--data-directory",
            LEDGER.property("ccg.data-directory")
        };

        Ended lacking = Ended.after(export);

        assertThat(lacking.status()).as("%s", lacking).isEqualTo(2);
        assertThat(lacking.errors())
                .isEqualTo(
                        "The projection stated-figures lacks position %d, which it has parked: retry it (`ccg projections retry`), or leave the read models out (--no-read-models).\n"
                                .formatted(position));
        assertThat(folder.resolve("bundle/SHA256SUMS")).doesNotExist();
        owner.sql("alter table projection.stated_figure drop constraint planted").update();
        Ended retried = projections("retry", "stated-figures");
        assertThat(retried.status()).as("%s", retried).isZero();
        Ended whole = Ended.after(export);
        assertThat(whole.status()).as("%s", whole).isZero();
        assertThat(folder.resolve("bundle/read-models/stated_figure.csv"))
                .content()
                .contains("figure-parked");
    }

    @Test
    void all_go_on_from_the_one_that_was_interrupted() throws Exception {
        String folder = LEDGER.property("ccg.data-directory");
        Ended stopped =
                Ended.stoppedAt(
                        Pattern.compile(", in its place at position "),
                        false,
                        Map.of(),
                        "projections",
                        "rebuild",
                        "--all",
                        "--data-directory",
                        folder);
        assertThat(stopped.errors())
                .contains("Interrupted. Go on with: ccg projections rebuild --all --from ");
        String from = stopped.errors().strip().replaceFirst("(?s).* ", "");
        String first =
                stopped.output()
                        .lines()
                        .filter(line -> line.contains(", in its place"))
                        .findFirst()
                        .orElseThrow()
                        .replaceFirst(":.*", "");

        Ended again = projections("rebuild", "--all", "--from", from);

        assertThat(again.status()).as("%s", again).isZero();
        assertThat(again.output())
                .containsPattern("(?m)^" + from + ": ")
                .doesNotContainPattern("(?m)^" + first + ": ");
        assertThat(projections("rebuild", "--all", "--from", "none").errors())
                .isEqualTo("No projection is named none.\n");
        assertThat(projections("rebuild", "ccgs", "--from", "ccgs").status()).isEqualTo(2);
        assertThat(projections("verify").status()).isZero();
    }

    @Test
    void what_cannot_be_done_is_said() throws Exception {
        assertThat(projections("rebuild"))
                .isEqualTo(new Ended(2, "", "Name one projection, or say --all.\n"));
        assertThat(projections("rebuild", "none"))
                .isEqualTo(new Ended(2, "", "No projection is named none.\n"));
        assertThat(projections("retry", "ccgs"))
                .isEqualTo(new Ended(0, "Nothing is parked.\n", ""));
        assertThat(projections("skip", "ccgs", "2", "--reason", "None"))
                .isEqualTo(
                        new Ended(
                                2, "", "The projection ccgs has parked no event at position 2.\n"));
    }

    @Test
    void all_are_rebuilt_where_no_process_runs(@TempDir Path folder) throws Exception {
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            Sample.play(ledger);
            ledger.get("/v1/ccgs");
        }
        Path data = folder.resolve("data");

        assertThat(projections(data, "list").output())
                .contains("STOPPED")
                .doesNotContain("RUNNING");
        Ended rebuilt = projections(data, "rebuild", "--all");
        assertThat(rebuilt.status()).as(rebuilt.toString()).isZero();

        try (RunningLedger ledger = RunningLedger.in(folder)) {
            Sample.Command more = Sample.pledge("pledge-more", "DH/2012", "More");
            assertThat(ledger.post(more.name(), more.actor(), more.json()).status()).isEqualTo(201);
            assertThat(ledger.get("/v1/pledges").json().get("items")).hasSize(1);
            assertThat(projections(data, "verify").status()).isZero();
        }
    }
}
