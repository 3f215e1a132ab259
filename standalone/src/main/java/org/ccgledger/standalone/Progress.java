package org.ccgledger.standalone;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
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

    /// On standard output, with how many are done a second, for whoever hears the total with each
    /// step. What is interrupted ends there.
    static Listener following(String what, String unit) {
        return new Listener() {
            private final long began = System.nanoTime();
            private @Nullable Progress bar;
            private long first;

            @Override
            public void reached(long done, long total) {
                Progress shown = bar;
                if (shown == null) {
                    first = done;
                }
                if (shown == null || shown.total != total) {
                    shown = printed(what, unit, total);
                    bar = shown;
                }
                shown.add(done - shown.done(), rate(done));
                Interruption.check();
            }

            private String rate(long done) {
                long nanos = System.nanoTime() - began;
                return done == first
                        ? ""
                        : String.format(
                                Locale.UK, "%,d a second", (done - first) * 1_000_000_000 / nanos);
            }
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
