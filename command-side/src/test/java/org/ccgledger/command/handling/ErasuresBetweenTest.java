package org.ccgledger.command.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.ccgledger.command.concerns.ConcernCommand.RaiseConcern;
import org.ccgledger.command.concerns.ConcernDecider;
import org.ccgledger.command.decision.Beside;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.erasures.ErasureCommand.ErasePersonalData;
import org.ccgledger.command.erasures.ErasureDecider;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Authority;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.ConcernId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.Role;
import org.ccgledger.events.concerns.ConcernCategory;
import org.ccgledger.events.erasures.ErasureGround;
import org.ccgledger.events.erasures.Requester;
import org.ccgledger.ledger.LedgerException;
import org.ccgledger.ledger.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// An erasure that another node has recorded since a person was last heard of here.
class ErasuresBetweenTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final AtomicLong CARRIED_OUT = new AtomicLong();
    private static final Commands HERE = node();
    private static final Commands THERE = node();
    private static final PersonId PERSON = new PersonId(UUID.randomUUID().toString());

    private static Commands node() {
        return new Commands(
                SimpleCommandBus.builder().build(),
                new CommandTypes(List.of(ConcernDecider.DECIDER, ErasureDecider.DECIDER)),
                DATABASE.ledger(),
                new byte[32],
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                "test",
                CARRIED_OUT::get);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void nothing_personal_is_recorded_between_an_erasure_and_its_deed() {
        raised("before");
        long erased =
                concluded(
                        THERE.send(
                                envelope(
                                        Role.REGISTRY,
                                        new ErasePersonalData(
                                                PERSON,
                                                ErasureGround.NO_LONGER_NECESSARY,
                                                Requester.DATA_SUBJECT,
                                                List.of(
                                                        new PersonId(
                                                                UUID.randomUUID().toString()))))));
        long head = DATABASE.ledger().head();

        assertThatThrownBy(() -> raise("between"))
                .isInstanceOf(LedgerException.Unavailable.class)
                .hasMessageContaining("the erasure at position " + erased);
        assertThat(DATABASE.ledger().head()).isEqualTo(head);

        CARRIED_OUT.set(erased);
        raised("after");
    }

    private static void raised(String concern) {
        concluded(raise(concern));
    }

    private static Answer raise(String concern) {
        return HERE.send(
                envelope(
                        Role.AUDITOR,
                        new RaiseConcern(
                                new ConcernId(concern),
                                BodyRef.BOARD,
                                ConcernCategory.PATIENT_SAFETY,
                                true,
                                null,
                                new PersonalText(PERSON, "What happened"))));
    }

    /// The position of the last event.
    private static long concluded(Answer answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Concluded.class,
                        concluded ->
                                assertThat(concluded.command().events().getFirst().stream())
                                        .doesNotStartWith("command:"));
        return ((Answer.Concluded) answer).command().events().getLast().position();
    }

    private static Envelope envelope(Role role, Command command) {
        UUID id = UUID.randomUUID();
        return new Beside(
                        new Actor("somebody", role, BodyRef.BOARD, null), LocalDate.of(2016, 3, 1))
                .under(Authority.of("General Data Protection Regulation", "art.17"))
                .because("It was asked for.")
                .envelope(id, id.toString(), command, id.toString(), null);
    }
}
