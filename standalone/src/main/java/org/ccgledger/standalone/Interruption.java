package org.ccgledger.standalone;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets a subcommand that is interrupted, by Ctrl-C or SIGTERM, end where it can go on, and say
/// how.
///
/// No thread is interrupted, for that would close the files that are being written.
final class Interruption {

    private static final long PATIENCE = 30;

    private static volatile boolean isRequested;

    private Interruption() {}

    /// Ends a subcommand that is interrupted.
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Interrupted() {
            super(null, null, false, false);
        }
    }

    /// To be called where work can end and go on later.
    static void check() {
        if (isRequested) {
            throw new Interrupted();
        }
    }

    /// Does some work.
    ///
    /// @param goOn says, when the work was interrupted, how to go on
    static int around(Supplier<String> goOn, Callable<Integer> work) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread interruption =
                Thread.ofPlatform().name("interruption").unstarted(() -> interrupt(ended, goOn));
        Runtime.getRuntime().addShutdownHook(interruption);
        try {
            return Attempt.at(work);
        } finally {
            ended.countDown();
            leave(interruption);
        }
    }

    private static void interrupt(CountDownLatch ended, Supplier<String> goOn) {
        isRequested = true;
        try {
            ended.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.flush();
        System.err.println("Interrupted. " + goOn.get());
    }

    private static void leave(Thread interruption) {
        try {
            Runtime.getRuntime().removeShutdownHook(interruption);
        } catch (IllegalStateException _) {
            // It is what has ended the work.
        }
    }
}
