package org.ccgledger.command.approvals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/// Guilty: decisions that depend on when they are made.
public final class Watching {

    private Watching() {}

    public static final class Today {
        LocalDate today() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    public static final class Now {
        Instant now() {
            return Instant.now();
        }
    }

    public static final class NowByReference {
        Supplier<Instant> now() {
            return Instant::now;
        }
    }

    public static final class Millis {
        long now() {
            return System.currentTimeMillis();
        }
    }

    public record AClock(Clock clock) {}
}
