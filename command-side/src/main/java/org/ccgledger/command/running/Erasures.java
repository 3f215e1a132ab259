package org.ccgledger.command.running;

import java.util.UUID;
import javax.sql.DataSource;
import org.ccgledger.command.automation.Cause;
import org.ccgledger.command.decision.Beside;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.erasures.ErasureCommand.RepeatErasure;
import org.ccgledger.command.handling.Answer;
import org.ccgledger.command.handling.Commands;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Authority;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.erasures.ErasureEvent.PersonalDataErased;
import org.ccgledger.ledger.Eraser;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.ledger.axon.LedgerEventStore;
import org.ccgledger.ledger.axon.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Carries out what was decided about erasures: once [PersonalDataErased] is in the ledger, the
/// register notes it, and then the person's key and parts are destroyed.
///
/// Before anything else starts, what the register knows and the ledger does not is recorded and
/// erased again: the ledger was restored from a backup that is older.
@Component
public final class Erasures implements SmartLifecycle {

    /// Under which it remembers how far it has read.
    public static final String NAME = "erasures";

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final Authority REGULATION =
            Authority.of("General Data Protection Regulation", "art.17");

    private final Commands commands;
    private final Ledger ledger;
    private final BusinessDate businessDate;
    private final Eraser eraser;
    private final ErasureRegister register;
    private final LedgerReader reader;
    private volatile boolean running;

    public Erasures(
            Commands commands,
            Ledger ledger,
            LedgerEventStore events,
            @Qualifier("automationDatabase") DataSource database,
            BusinessDate businessDate,
            Eraser eraser,
            ErasureRegister register) {
        this.commands = commands;
        this.ledger = ledger;
        this.businessDate = businessDate;
        this.eraser = eraser;
        this.register = register;
        this.reader =
                new LedgerReader(
                        NAME,
                        1000,
                        events.concerning(type -> type == PersonalDataErased.class),
                        database,
                        this::erase);
    }

    private void erase(CcgEvent event, Recorded at) {
        if (event instanceof PersonalDataErased erased) {
            erase(erased, at.eventId(), at.position());
        }
    }

    private void erase(PersonalDataErased erased, UUID event, long position) {
        register.add(new ErasureRegister.Entry(event, erased));
        eraser.erase(UUID.fromString(erased.person().value()), position);
    }

    private void repeat() {
        register.entries().stream()
                .filter(entry -> ledger.event(entry.event()).isEmpty())
                .forEach(this::repeat);
    }

    private void repeat(ErasureRegister.Entry entry) {
        PersonalDataErased erased = entry.erased();
        if (commands.send(repetition(entry)) instanceof Answer.Concluded(var command, var known)) {
            StoredEvent recorded = command.events().getLast();
            erase(erased, recorded.eventId(), recorded.position());
            if (!known) {
                LOG.warn(
                        "An erasure that this ledger did not know, {}, was carried out again",
                        entry.event());
            }
        } else {
            throw new IllegalStateException(
                    "The erasure " + entry.event() + " cannot be carried out again");
        }
    }

    private Envelope repetition(ErasureRegister.Entry entry) {
        PersonalDataErased erased = entry.erased();
        String key = "erasure/" + entry.event();
        UUID id = Cause.commandId(key);
        return new Beside(Actor.SYSTEM, businessDate.get())
                .under(REGULATION)
                .envelope(
                        id,
                        key,
                        new RepeatErasure(
                                erased.person(),
                                erased.ground(),
                                erased.requestedBy(),
                                erased.approvers()),
                        id.toString(),
                        null);
    }

    /// Before requests are taken.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        repeat();
        running = true;
        reader.start();
    }

    @Override
    public void stop() {
        running = false;
        reader.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
