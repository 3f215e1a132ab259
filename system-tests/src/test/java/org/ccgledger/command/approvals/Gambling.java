package org.ccgledger.command.approvals;

import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// Guilty: decisions that come out otherwise the next time.
public final class Gambling {

    private Gambling() {}

    public static final class AnId {
        UUID id() {
            return UUID.randomUUID();
        }
    }

    public static final class AnIdByReference {
        Supplier<UUID> id() {
            return UUID::randomUUID;
        }
    }

    public static final class ANumber {
        double number() {
            return Math.random();
        }
    }

    public record Dice(Random dice) {}

    public static final class ThreadsDice {
        int number() {
            return ThreadLocalRandom.current().nextInt();
        }
    }
}
