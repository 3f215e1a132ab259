package org.ccgledger.standalone;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ccgledger.events.EventJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// The command line `ccg`, which speaks to a running ledger.
@Command(
        name = "ccg",
        description =
                "Speaks to a running CCG Ledger. Without a subcommand the ledger itself is started.",
        mixinStandardHelpOptions = true,
        subcommands = Ccg.Import.class)
final class Ccg {

    /// Imports files.
    @Command(name = "import", description = "Imports a file.", subcommands = Ccgs.class)
    static final class Import {}

    /// Imports groups and their list sizes.
    @Command(
            name = "ccgs",
            description =
                    "Imports groups from a CSV: ods_code,ons_code,name,area_team,region,list_size_2013_14.",
            mixinStandardHelpOptions = true)
    static final class Ccgs implements Callable<Integer> {

        @Parameters(paramLabel = "FILE.csv", description = "the file")
        private Path file = Path.of("");

        @Option(names = "--server", description = "the running ledger; ${DEFAULT-VALUE} by default")
        private String server = "http://127.0.0.1:8080";

        @Option(
                names = "--actor",
                description = "who imports: the header X-Actor; ${DEFAULT-VALUE} by default")
        private String actor = "registry;role=REGISTRY;body=BOARD/X24";

        @Override
        public Integer call() throws InterruptedException {
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpResponse<byte[]> response =
                        http.send(
                                HttpRequest.newBuilder(URI.create(server + "/v1/imports/ccgs"))
                                        .header("Content-Type", "text/csv")
                                        .header("X-Actor", actor)
                                        .POST(HttpRequest.BodyPublishers.ofFile(file))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
                return say(response.statusCode(), EventJson.MAPPER.readTree(response.body()));
            } catch (FileNotFoundException e) {
                System.err.println("There is no file " + file + " that can be read.");
            } catch (ConnectException e) {
                System.err.println(
                        "No ledger answers at "
                                + server
                                + "; start it, or name another with --server.");
            } catch (IOException e) {
                System.err.println("The file could not be sent: " + e.getMessage());
            }
            return 1;
        }

        private static int say(int status, JsonNode answer) {
            if (status == 200) {
                System.out.printf(
                        "%d groups: %d list sizes recorded, %d codes reserved, %d as they were.%n",
                        answer.path("groups").asInt(),
                        answer.path("recorded").asInt(),
                        answer.path("reserved").asInt(),
                        answer.path("unchanged").asInt());
                answer.path("refused").forEach(line -> System.err.println(line.asString()));
                return answer.path("refused").isEmpty() ? 0 : 1;
            }
            System.err.println("Nothing was imported: " + answer.path("title").asString());
            answer.path("errors")
                    .forEach(error ->
                            System.err.println(
                                    error.path("pointer")
                                                    .asString()
                                                    .replaceFirst("^/lines/", "line ")
                                            + ": "
                                            + error.path("message").asString()));
            return 1;
        }
    }
}
