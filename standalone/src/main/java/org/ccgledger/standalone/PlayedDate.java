package org.ccgledger.standalone;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.ccgledger.command.running.BusinessDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Today; while a history is played, the day that it has reached.
@Component
class PlayedDate implements BusinessDate {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final Clock clock;
    private volatile @Nullable LocalDate played = LocalDate.EPOCH;

    PlayedDate(Clock clock) {
        this.clock = clock;
    }

    @Override
    public LocalDate get() {
        LocalDate day = played;
        return day == null ? LocalDate.ofInstant(clock.instant(), ENGLAND) : day;
    }

    void reached(LocalDate day) {
        played = day;
    }

    void isToday() {
        played = null;
    }
}
