package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;

/// England 2011-16, played once for all tests of this module: begun, killed on the way, and gone on
/// with.
final class PlayedEngland {

    private static final Pattern ON_THE_WAY =
            Pattern.compile("England 2011-16: [\\d,]{5,} of [\\d,]+ commands, .*");
    private static final Pattern PLAYED =
            Pattern.compile("England 2011-16 is played: ([\\d,]+) commands in \\d+ s\\.");

    private final LedgerProcess process;
    private final Path data;
    private final int sentAfterTheKill;
    private final Caller historian;

    private PlayedEngland(LedgerProcess process, Path data, int sentAfterTheKill) {
        this.process = process;
        this.data = data;
        this.sentAfterTheKill = sentAfterTheKill;
        this.historian = historian(process);
    }

    static PlayedEngland shared() {
        return Shared.ENGLAND;
    }

    LedgerProcess process() {
        return process;
    }

    /// Its data folder.
    Path data() {
        return data;
    }

    /// The ledger's database, as its owner sees it.
    DataSource database() {
        return LedgerProcess.database(data);
    }

    /// How many commands the second process had left to send.
    int sentAfterTheKill() {
        return sentAfterTheKill;
    }

    /// Asks a question whose answer holds all of the history.
    Reply get(String path) {
        return historian.get(path);
    }

    /// Somebody who sent a command after all others and sends no more: a decision that was made
    /// before cannot be made again.
    private static Caller historian(LedgerProcess process) {
        Caller historian = new Caller(process.url());
        Reply last =
                historian.post(
                        "AuthoriseCCG",
                        Senders.BOARD,
                        "england-is-played",
                        """
                        {"ccg":"02N","outcome":"AUTHORISED","conditions":[],"directions":[],"reasons":"Again.",
                         "effectiveOn":"2014-06-01","authority":{"instrument":"NHS Act 2006","provision":"s.14C"}}\
                        """);
        assertThat(last.header("Consistency-Token")).as("%s", last).isPresent();
        return historian;
    }

    private static final class Shared {
        static final PlayedEngland ENGLAND = play();

        private static PlayedEngland play() {
            try {
                Path folder = Files.createTempDirectory("ccg-england-");
                LedgerProcess first = LedgerProcess.start(folder.resolve("data"));
                first.await(ON_THE_WAY);
                first.kill();
                LedgerProcess second = LedgerProcess.start(folder.resolve("data"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(second, folder)));
                int sent = Integer.parseInt(second.await(PLAYED).group(1).replace(",", ""));
                return new PlayedEngland(second, folder.resolve("data"), sent);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static void end(LedgerProcess process, Path folder) {
            process.close();
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
