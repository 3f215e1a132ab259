package org.ccgledger.standalone;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ccgledger.events.EventJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The command line `ccg`, for what is done to a ledger from outside.
@Command(
        name = "ccg",
        description =
                "Imports into, verifies, exports, replays and looks after a CCG Ledger. Without a subcommand the"
                        + " ledger itself is started.",
        mixinStandardHelpOptions = true,
        versionProvider = Ccg.Version.class,
        subcommands = {
            Ccg.Import.class,
            Verify.class,
            Export.class,
            Replay.class,
            Projections.class,
            Keys.class,
            Restored.class,
            Token.class
        })
final class Ccg {

    /// The version of the jar that runs.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                Objects.requireNonNullElse(
                        Ccg.class.getPackage().getImplementationVersion(), "not packaged")
            };
        }
    }

    /// Imports files.
    @Command(
            name = "import",
            description = "Imports a file.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            subcommands = Ccgs.class)
    static final class Import {}

    /// Imports groups and their list sizes.
    @Command(
            name = "ccgs",
            description = {
                "Imports groups from a CSV:"
                        + " ods_code,ons_code,name,area_team,region,list_size_2013_14.",
                "The token is taken from the environment variable CCG_TOKEN. Without it the ledger"
                        + " is asked for one, which it gives on its own machine while it has no issuer."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Ccgs implements Callable<Integer> {

        private static final String TOKEN = "CCG_TOKEN";

        @Parameters(paramLabel = "FILE.csv", description = "the file")
        private Path file = Path.of("");

        @Option(
                names = "--server",
                converter = Address.class,
                description = "the running ledger; ${DEFAULT-VALUE} by default")
        private URI server = URI.create("http://127.0.0.1:8080");

        @Override
        public Integer call() throws InterruptedException {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                System.err.println("There is no file " + file + " that can be read.");
                return 1;
            }
            try (HttpClient http = HttpClient.newHttpClient()) {
                String token = System.getenv(TOKEN);
                if (token == null) {
                    token = given(http);
                }
                if (token == null) {
                    System.err.println(
                            "The ledger gives no token: put one into the environment variable "
                                    + TOKEN
                                    + ".");
                    return 1;
                }
                HttpResponse<byte[]> response =
                        http.send(
                                HttpRequest.newBuilder(URI.create(server + "/v1/imports/ccgs"))
                                        .header("Content-Type", "text/csv")
                                        .header("Authorization", "Bearer " + token)
                                        .POST(HttpRequest.BodyPublishers.ofFile(file))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
                JsonNode answer = EventJson.MAPPER.readTree(response.body());
                return response.statusCode() == 200
                        ? imported(answer)
                        : refused(response.statusCode(), answer);
            } catch (ConnectException e) {
                System.err.println(
                        "No ledger answers at "
                                + server
                                + "; start it, or name another with --server.");
            } catch (JacksonException e) {
                System.err.println("What answers at " + server + " is not a CCG Ledger.");
            } catch (IOException e) {
                System.err.println("The file could not be sent: " + e.getMessage());
            }
            return 1;
        }

        private @Nullable String given(HttpClient http) throws IOException, InterruptedException {
            HttpResponse<byte[]> response =
                    http.send(
                            HttpRequest.newBuilder(URI.create(server + "/v1/tokens"))
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "{\"actor\":\"registry\",\"role\":\"REGISTRY\",\"body\":\"BOARD/X24\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return EventJson.MAPPER
                    .readTree(response.body())
                    .path("access_token")
                    .stringValueOpt()
                    .orElse(null);
        }

        private static int imported(JsonNode answer) {
            JsonNode refused = answer.path("refused");
            System.out.printf(
                    "Groups: %d. List sizes recorded: %d. Codes reserved: %d. Unchanged: %d."
                            + " Refused: %d.%n",
                    answer.path("groups").asInt(),
                    answer.path("recorded").asInt(),
                    answer.path("reserved").asInt(),
                    answer.path("unchanged").asInt(),
                    refused.size());
            refused.forEach(line -> System.err.println(line.asString()));
            return refused.isEmpty() ? 0 : 1;
        }

        /// Where the fault is not the sender's, some lines may have been imported before it.
        private static int refused(int status, JsonNode problem) {
            String title = problem.path("title").asString("The answer has status " + status);
            System.err.println((status < 500 ? "Nothing was imported: " : "") + title + ".");
            JsonNode errors = problem.path("errors");
            if (errors.isEmpty()) {
                System.err.println(problem.path("detail").asString(""));
            }
            errors.forEach(error ->
                    System.err.println(
                            place(error.path("pointer").asString(""))
                                    + ": "
                                    + error.path("message").asString("")));
            return 1;
        }

        private static String place(String pointer) {
            return pointer.isEmpty()
                    ? "the file"
                    : pointer.substring(1).replaceFirst("^lines/", "line ");
        }
    }

    /// Reads where a ledger answers; a slash at the end is left out.
    static final class Address implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                URI address = URI.create(text.replaceFirst("/+$", ""));
                if (Set.of("http", "https").contains(Objects.toString(address.getScheme()))
                        && address.getHost() != null) {
                    return address;
                }
            } catch (IllegalArgumentException _) {
                // What is no address at all is answered like what is none of a server.
            }
            throw new TypeConversionException(
                    text + " is not an address such as http://127.0.0.1:8080");
        }
    }
}
