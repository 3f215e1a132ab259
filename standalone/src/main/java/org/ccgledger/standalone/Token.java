package org.ccgledger.standalone;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.ccgledger.access.Actors;
import org.ccgledger.access.Claims;
import org.ccgledger.access.LocalKey;
import org.ccgledger.events.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Prints a token of the ledger's own making.
@Command(
        name = "token",
        description = {
            "Prints a token for a ledger without an issuer, signed with the key in its data"
                    + " folder.",
            "Whoever has it acts in the role that it names, until it expires."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Ccg.Version.class)
final class Token implements Callable<Integer> {

    @Option(
            names = "--role",
            required = true,
            description = "the role to act in, such as BOARD_AUTHORISATION")
    private String role = "";

    @Option(
            names = "--body",
            required = true,
            description = "the body for which the role stands, such as BOARD/X24 or CCG/02N")
    private String body = "";

    @Option(names = "--actor", description = "the pseudonym; ${DEFAULT-VALUE} by default")
    private String actor = "somebody";

    @Option(names = "--on-behalf-of", description = "the pseudonym of whom the actor acts for")
    private @Nullable String onBehalfOf;

    @Option(
            names = "--seconds",
            description = "how long it is good for; ${DEFAULT-VALUE} by default, 86400 at most")
    private int seconds = 3600;

    @Option(
            names = "--audience",
            description = "the ledger's ccg.audience; ${DEFAULT-VALUE} by default")
    private String audience = Claims.AUDIENCE;

    @Option(
            names = "--data-directory",
            paramLabel = "FOLDER",
            description = "the data folder; ${DEFAULT-VALUE} by default")
    private Path folder = Path.of(".ccg-ledger");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "the file of the key; keys/tokens in the data folder by default")
    private @Nullable Path key;

    @Override
    public Integer call() {
        return Attempt.at(() -> {
            Path file = key != null ? key : folder.resolve(OwnTokens.KEY_FILE);
            LocalKey signing =
                    LocalKey.existing(file)
                            .orElseThrow(() ->
                                    new IllegalStateException(
                                            "There is no key of tokens in "
                                                    + file
                                                    + ": a ledger without an issuer makes it when"
                                                    + " it starts."));
            if (seconds < 1 || seconds > LocalKey.LONGEST.toSeconds()) {
                throw new IllegalStateException(
                        "A token is good for 1 to %d seconds."
                                .formatted(LocalKey.LONGEST.toSeconds()));
            }
            Actor who = Actors.of(actor, role, body, onBehalfOf);
            System.out.println(
                    signing.token(
                            who,
                            audience,
                            Clock.systemUTC().instant(),
                            Duration.ofSeconds(seconds)));
            return 0;
        });
    }
}
