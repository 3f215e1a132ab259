package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccgledger.ledger.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line in a process of its own, with its exit code and what it prints.
class CommandLineTest {

    private static final String HEADER =
            "ods_code,ons_code,name,area_team,region,list_size_2013_14\n";
    private static final RunningLedger LEDGER = RunningLedger.start();

    @TempDir private Path folder;

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void a_file_is_imported_once_however_often_it_is_sent() throws Exception {
        LEDGER.post(
                "ProposeCCG",
                Senders.lead("9XA"),
                Sample.proposal("9XA", "E38999041", "E38999041", "Y99041", "Y99042"));
        Path file =
                file(
                        HEADER
                                + "9XA,E38999041,NHS Group 9XA,Nowhere,South of England,111000\n"
                                + "9XB,E38999042,\"NHS Lyonesse, Ys and Avalon\",Nowhere,South of"
                                + " England,1200\n");
        Ended imported =
                new Ended(
                        0,
                        "Groups: 2. List sizes recorded: 1. Codes reserved: 1. Unchanged: 0."
                                + " Refused: 0.\n",
                        "");

        assertThat(importing(file)).isEqualTo(imported);
        assertThat(importing(file)).isEqualTo(imported);
        assertThat(events("9XA")).isEqualTo(1);
        assertThat(events("9XB")).isEqualTo(1);
    }

    @Test
    void every_bad_line_of_a_file_is_named_and_none_is_imported() throws Exception {
        Ended ended =
                importing(
                        file(
                                HEADER
                                        + "9XC,E38999043,NHS A,Nowhere,South of England,1200\n"
                                        + "bad code,E38999044,NHS B,Nowhere,South of England,1200\n"
                                        + "9XD,E38999045,NHS C,Nowhere,South of England,none\n"));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output()).isEmpty();
        assertThat(ended.errors().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("Nothing was imported: ");
        assertThat(ended.errors()).contains("\nline 3: ods_code ", "\nline 4: list_size_2013_14 ");
        assertThat(events("9XC")).isZero();
    }

    @Test
    void a_file_that_is_none_of_groups_is_refused_as_a_whole() throws Exception {
        assertRefused(importing(file("")), "the file: holds no group below the header " + HEADER);
        assertRefused(importing(file("code,name\n02Q,A\n")), "line 1: is not the header " + HEADER);
        assertRefused(
                importing(file(HEADER + "9XE,E38999046,\"NHS A,Nowhere,South of England,1\n")),
                "the file: is not a CSV file that can be read: (");
    }

    @Test
    void a_file_that_is_too_large_is_refused() throws Exception {
        assertRefused(
                importing(file(HEADER + "x".repeat(20 << 20))),
                "The file is too large.\nA file has at most 5242880 bytes.\n");
    }

    @Test
    void a_sender_who_may_not_import_is_told_so() throws Exception {
        String file =
                file(HEADER + "9XF,E38999047,NHS A,Nowhere,South of England,1200\n").toString();
        String[] importing = {"import", "ccgs", file, "--server", LEDGER.url()};

        assertRefused(
                Ended.with(Map.of("CCG_TOKEN", token("AUDITOR")), importing),
                "The sender may not import groups.\n");
        assertRefused(
                Ended.with(Map.of("CCG_TOKEN", token("REGISTRY") + "x"), importing),
                "Who acts cannot be told.\n");
        assertThat(events("9XF")).isZero();
    }

    @Test
    void a_password_on_the_command_line_is_refused() throws Exception {
        for (String argument :
                List.of(
                        "--ccg.database.password=not-so-secret",
                        "--CCG_DATABASE_PASSWORD=not-so-secret",
                        "--spring.application.json={\"ccg.database.password\":\"not-so-secret\"}",
                        "--ccg.database.url=jdbc:postgresql://localhost/ledger?password=not-so-secret")) {
            Ended ended = Ended.after(argument, "--ccg.data-directory=" + folder.resolve("unused"));

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.output()).isEmpty();
            assertThat(ended.errors())
                    .contains("CCG_DATABASE_PASSWORD", "Nothing was started")
                    .doesNotContain("not-so-secret");
        }
        assertThat(folder.resolve("unused")).doesNotExist();
    }

    @Test
    void a_token_that_cannot_be_made_is_said_to_be_none() throws Exception {
        assertThat(token("SYSTEM", 2)).isEqualTo("It names no role that can be acted in.\n");
        assertThat(token("CCG_FINANCE_OFFICER", 2))
                .isEqualTo("CCG_FINANCE_OFFICER is not a role of BOARD/X24.\n");
        assertThat(
                        Ended.after(
                                "token",
                                "--role",
                                "AUDITOR",
                                "--body",
                                "BOARD/X24",
                                "--key",
                                folder.resolve("none").toString()))
                .isEqualTo(
                        new Ended(
                                2,
                                "",
                                "There is no key of tokens in "
                                        + folder.resolve("none")
                                        + ": a ledger without an issuer makes it when it"
                                        + " starts.\n"));
    }

    private static String token(String role) throws Exception {
        return token(role, 0).strip();
    }

    private static String token(String role, int status) throws Exception {
        Ended ended =
                Ended.after(
                        "token",
                        "--role",
                        role,
                        "--body",
                        "BOARD/X24",
                        "--actor",
                        "somebody-1",
                        "--key",
                        LEDGER.tokenKey().toString());
        assertThat(ended.status()).as(ended.errors()).isEqualTo(status);
        return status == 0 ? ended.output() : ended.errors();
    }

    @Test
    void what_is_no_file_is_said_to_be_none() throws Exception {
        for (Path none : List.of(folder, folder.resolve("none.csv"))) {
            assertThat(importing(none))
                    .isEqualTo(
                            new Ended(1, "", "There is no file " + none + " that can be read.\n"));
        }
    }

    @Test
    void where_no_ledger_answers_that_is_said() throws Exception {
        String nobody = "http://127.0.0.1:" + freePort();

        assertThat(Ended.after("import", "ccgs", file(HEADER).toString(), "--server", nobody))
                .isEqualTo(
                        new Ended(
                                1,
                                "",
                                "No ledger answers at "
                                        + nobody
                                        + "; start it, or name another with --server.\n"));
    }

    @Test
    void what_answers_and_is_no_ledger_is_said_to_be_none() throws Exception {
        HttpServer other =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext(
                "/",
                exchange -> {
                    byte[] page = "<p>Welcome".getBytes(StandardCharsets.UTF_8);
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        other.start();
        try {
            String address = "http://127.0.0.1:" + other.getAddress().getPort();
            assertThat(Ended.after("import", "ccgs", file(HEADER).toString(), "--server", address))
                    .isEqualTo(
                            new Ended(
                                    1,
                                    "",
                                    "What answers at " + address + " is not a CCG Ledger.\n"));
        } finally {
            other.stop(0);
        }
    }

    @Test
    void a_replay_that_is_interrupted_says_from_where_it_goes_on() throws Exception {
        StringBuilder groups = new StringBuilder(HEADER);
        for (int i = 0; i < 2_000; i++) {
            groups.append(
                    "%02d%c,E380%05d,NHS Replayed %d,Nowhere,South of England,1200\n"
                            .formatted(i % 100, 'A' + i / 100, 10_000 + i, i));
        }
        assertThat(importing(file(groups.toString())).status()).isZero();
        String data = LEDGER.property("ccg.data-directory");

        Ended stopped =
                Ended.stoppedAt(
                        Pattern.compile("Replay: [\\d,]+ of [\\d,]+ events"),
                        false,
                        Map.of(),
                        "replay",
                        "--data-directory",
                        data);

        assertThat(stopped.status()).as("%s", stopped).isEqualTo(128 + 15);
        assertThat(stopped.output()).contains("Decided again: ");
        Matcher from =
                Pattern.compile("Interrupted. Go on with the same command and --from (\\d+)")
                        .matcher(stopped.errors());
        assertThat(from.find()).as("%s", stopped).isTrue();
        long next = Long.parseLong(from.group(1));
        long head = LEDGER.bean(Ledger.class).head();
        assertThat(next).isBetween(500L, head);
        Ended again = Ended.after("replay", "--from", from.group(1), "--data-directory", data);
        assertThat(again.status()).as("%s", again).isZero();
        assertThat(again.output()).contains("%,d of %1$,d events".formatted(head - next + 1));
    }

    @Test
    void what_is_called_wrongly_is_answered_with_how_it_is_called() throws Exception {
        String file = file(HEADER).toString();

        assertUsage(Ended.after("imports"), "Unmatched argument");
        assertUsage(Ended.after("import"), "Missing required subcommand");
        assertUsage(Ended.after("import", "ccgs"), "FILE.csv");
        assertUsage(
                Ended.after("import", "ccgs", file, "--server", "ledger"),
                "ledger is not an address such as http://127.0.0.1:8080");
    }

    private static void assertRefused(Ended ended, String why) {
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output()).isEmpty();
        assertThat(ended.errors()).startsWith("Nothing was imported: ").contains(why);
    }

    private static void assertUsage(Ended ended, String why) {
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.errors()).contains(why).doesNotContain("Exception");
    }

    private static int events(String ccg) {
        return LEDGER.get("/v1/audit/streams/ccg/" + ccg).json().path("items").size();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("groups.csv"), text);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Ended importing(Path file, String... options) throws Exception {
        List<String> arguments =
                new ArrayList<>(
                        List.of("import", "ccgs", file.toString(), "--server", LEDGER.url() + "/"));
        arguments.addAll(List.of(options));
        return Ended.after(arguments.toArray(String[]::new));
    }
}
