package org.ccgledger.verifier;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/// How far an audit has come: a bar on a terminal, a line at each twentieth elsewhere.
final class Bar implements LedgerAudit.Progress {

    private static final int WIDTH = 40;
    private static final int LINES = 20;

    private final PrintStream out;
    private final boolean terminal =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private long shown = -1;

    Bar(PrintStream out) {
        this.out = out;
    }

    @Override
    public void reached(long done, long events) {
        long step = done * (terminal ? 100 : LINES) / events;
        if (step == shown) {
            return;
        }
        shown = step;
        if (terminal) {
            int filled = (int) (done * WIDTH / events);
            out.printf(
                    "\rAudit [%s%s] %3d %%%s",
                    "#".repeat(filled),
                    "-".repeat(WIDTH - filled),
                    step,
                    done == events ? "\n" : "");
        } else {
            out.printf(Locale.UK, "Audit: %,d of %,d events%n", done, events);
        }
        out.flush();
    }
}
