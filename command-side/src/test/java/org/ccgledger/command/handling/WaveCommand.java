package org.ccgledger.command.handling;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.Role;
import org.ccgledger.events.catalogue.CatalogueEvent.WaveOpened;
import org.ccgledger.ledger.Ledger;

/// Opens a wave, or extends it: a capability that is small enough to test the handling of commands
/// with.
sealed interface WaveCommand extends Command {

    LocalDate DAY = LocalDate.of(2012, 7, 1);
    Actor OFFICER = new Actor("an-officer", Role.BOARD_OFFICER, new BodyRef("BOARD/X24"), null);

    int wave();

    @Override
    default Set<BodyRef> senders() {
        return Set.of();
    }

    /// The wave as it then is, to be decided some months after the day.
    default WaveOpened opened(int months) {
        return new WaveOpened(
                wave(),
                DAY,
                YearMonth.from(DAY).plusMonths(months),
                new CatalogueVersion("final-2012"),
                null,
                DAY);
    }

    @SentBy(Role.BOARD_OFFICER)
    record Open(int wave) implements WaveCommand {}

    @SentBy(Role.BOARD_OFFICER)
    record Extend(int wave) implements WaveCommand {}

    /// A node that takes such commands.
    static Commands node(Ledger ledger, CommandTypes types, String build) {
        return new Commands(
                SimpleCommandBus.builder().build(),
                types,
                ledger,
                new byte[32],
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                build,
                () -> 0);
    }
}
