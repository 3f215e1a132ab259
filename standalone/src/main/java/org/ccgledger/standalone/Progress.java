package org.ccgledger.standalone;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// How far something long has come: a bar on a terminal, plain lines elsewhere.
final class Progress {

    private static final int WIDTH = 40;
    private static final int LINES = 20;

    private final String what;
    private final String unit;
    private final long total;
    private final PrintStream out;
    private final boolean terminal;
    private long done;
    private long shown = -1;

    /// @param unit what is counted, in the plural
    private Progress(String what, String unit, long total, PrintStream out, boolean terminal) {
        this.what = what;
        this.unit = unit;
        this.total = total;
        this.out = out;
        this.terminal = terminal;
    }

    /// On standard output, whatever that is.
    static Progress printed(String what, String unit, long total) {
        boolean terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        return new Progress(what, unit, total, System.out, terminal);
    }

    /// What hears how much is done of how much.
    interface Listener {
        void reached(long done, long total);
    }

    /// On standard output, for whoever hears the total with each step.
    static Listener following(String what, String unit) {
        AtomicReference<@Nullable Progress> bar = new AtomicReference<>();
        return (done, total) -> {
            Progress shown = bar.get();
            if (shown == null) {
                shown = printed(what, unit, total);
                bar.set(shown);
            }
            shown.add(done - shown.done(), "");
        };
    }

    synchronized void add(long more, String note) {
        done += more;
        long step = total == 0 ? LINES : done * (terminal ? 100 : LINES) / total;
        if (step == shown) {
            return;
        }
        shown = step;
        long percent = total == 0 ? 100 : done * 100 / total;
        if (terminal) {
            int filled = (int) (percent * WIDTH / 100);
            out.printf(
                    "\r%s [%s%s] %3d %% %s%s",
                    what,
                    "#".repeat(filled),
                    "-".repeat(WIDTH - filled),
                    percent,
                    note,
                    done == total ? "\n" : "");
        } else {
            out.printf(
                    Locale.UK,
                    "%s: %,d of %,d %s%s%n",
                    what,
                    done,
                    total,
                    unit,
                    note.isEmpty() ? "" : ", " + note);
        }
        out.flush();
    }

    synchronized long done() {
        return done;
    }

    long total() {
        return total;
    }
}
