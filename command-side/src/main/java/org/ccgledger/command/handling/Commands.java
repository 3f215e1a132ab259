package org.ccgledger.command.handling;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.ledger.Ledger;

/// Sends commands over Axon's command bus: one command, one unit of work, one append.
///
/// Every command has the same handler, which asks the command's decider.
public final class Commands {

    private final CommandBus bus;
    private final CommandTypes types;
    private final DecisionHandler handler;

    /// @param erasedUpTo the position up to which every erasure that is recorded is carried out
    public Commands(
            CommandBus bus,
            CommandTypes types,
            Ledger ledger,
            byte[] fingerprintKey,
            Clock clock,
            MeterRegistry meters,
            String build,
            LongSupplier erasedUpTo) {
        this.bus = bus;
        this.types = types;
        this.handler =
                new DecisionHandler(ledger, fingerprintKey, clock, meters, build, erasedUpTo);
        for (CommandTypes.Type type : types.all()) {
            bus.subscribe(
                    type.name(),
                    (CommandMessage<?> message) ->
                            handler.handle((Envelope) message.getPayload(), type.decider()));
        }
    }

    /// Sends a command and waits until its outcome is durable.
    ///
    /// @throws org.ccgledger.ledger.LedgerException if the ledger cannot be used, or what it did
    ///   cannot be known
    public Answer send(Envelope envelope) {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException(
                    "A command is never sent inside another's unit of work; hand it over with sendApart");
        }
        FutureCallback<Envelope, Answer> answer = new FutureCallback<>();
        bus.dispatch(
                new GenericCommandMessage<>(new GenericMessage<>(envelope), envelope.commandName()),
                answer);
        return result(answer);
    }

    /// What would be decided if the command were sent now by somebody who may send it. Nothing is
    /// recorded, and the next moment it may be decided otherwise.
    public Decision rehearse(Envelope envelope) {
        return handler.rehearsed(
                envelope, types.named(envelope.commandName()).orElseThrow().decider());
    }

    /// Sends a command from within a unit of work, such as an event processor's, on a thread of its
    /// own.
    public Answer sendApart(Envelope envelope) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("apart")
                .start(() -> {
                    try {
                        answer.complete(send(envelope));
                    } catch (RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                });
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a command was under way", e);
        }
    }

    private static Answer result(FutureCallback<Envelope, Answer> callback) {
        var message = callback.getResult();
        if (message.isExceptional()) {
            Throwable cause = message.exceptionResult();
            throw cause instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(cause);
        }
        return Objects.requireNonNull(message.getPayload());
    }
}
