package org.ccgledger.command.handling;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.handling.DecisionRecord.Outcome;
import org.ccgledger.command.handling.Remembered.Decoded;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventJson.Written;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.EventType;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.commands.CommandEvent.CommandRefused;
import org.ccgledger.events.commands.CommandEvent.CommandUnchanged;
import org.ccgledger.events.commands.RuleBook;
import org.ccgledger.events.erasures.ErasureEvent.PersonalDataErased;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.AppendResult;
import org.ccgledger.ledger.Guard;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerException;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.PersonalPart;
import org.ccgledger.ledger.StoredCommand;

/// Decides a command and appends its outcome, on fresh state again when something that it read was
/// overtaken.
///
/// No answer is given before the append: a refusal is as durable as a decision, and as certain to
/// rest on what holds.
final class DecisionHandler {

    private static final int ATTEMPTS = 20;
    private static final int LONGEST_PAUSE_MILLIS = 40;

    private final Ledger ledger;
    private final Remembered remembered;
    private final Boundaries boundaries = new Boundaries();
    private final Lines lines = new Lines();
    private final Mac fingerprints;
    private final Clock clock;
    private final Counter retries;
    private final String build;
    private final LongSupplier erasedUpTo;

    DecisionHandler(
            Ledger ledger,
            byte[] fingerprintKey,
            Clock clock,
            MeterRegistry meters,
            String build,
            LongSupplier erasedUpTo) {
        this.ledger = ledger;
        this.remembered = new Remembered(ledger, EventTypes.READER);
        this.fingerprints = mac(fingerprintKey);
        this.clock = clock;
        this.retries =
                Counter.builder("ccg.command.retries")
                        .baseUnit("decisions")
                        .description("Decisions that were overtaken, and are made again")
                        .register(meters);
        this.build = build;
        this.erasedUpTo = erasedUpTo;
    }

    Answer handle(Envelope envelope, Decider<?, ?> decider) {
        Optional<Answer.Forbidden> forbidden = Access.refused(envelope);
        if (forbidden.isPresent()) {
            return forbidden.get();
        }
        byte[] fingerprint = fingerprint(envelope);
        String stream = decider.stream(envelope.command()).toString();
        if (!lines.isBusy(stream)) {
            Optional<Answer> answer = attempt(envelope, decider, fingerprint, false);
            if (answer.isPresent()) {
                return answer.get();
            }
            retries.increment();
        }
        return lines.join(stream)
                .map(turn -> inTurn(turn, envelope, decider, fingerprint))
                .orElseGet(Answer.Contention::new);
    }

    /// The first attempt in a line may decide on what is remembered, which the one before has left
    /// there.
    private Answer inTurn(
            Lines.Turn turn, Envelope envelope, Decider<?, ?> decider, byte[] fingerprint) {
        try (turn) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<Answer> answer = attempt(envelope, decider, fingerprint, attempt > 0);
                if (answer.isPresent()) {
                    return answer.get();
                }
                retries.increment();
                if (attempt > 0) {
                    pause(attempt);
                }
            }
            return new Answer.Contention();
        }
    }

    /// An answer that no append confirms is given on what the database says, and only if the
    /// command has no outcome from before.
    private Optional<Answer> unrecorded(
            Envelope envelope,
            Decider<?, ?> decider,
            byte[] fingerprint,
            boolean fresh,
            Answer answer) {
        return fresh
                ? Optional.of(earlier(envelope, fingerprint).orElse(answer))
                : attempt(envelope, decider, fingerprint, true);
    }

    /// Decides once.
    ///
    /// @param fresh whether to decide on what the database says now
    /// @return nothing if what was read has been overtaken
    private Optional<Answer> attempt(
            Envelope envelope, Decider<?, ?> decider, byte[] fingerprint, boolean fresh) {
        try (RecordedReads reads = new RecordedReads(remembered, fresh)) {
            StreamName stream = decider.stream(envelope.command());
            Remembered.Read written = reads.written(stream);
            List<Decoded> own = written.events();
            if (envelope.expectedVersion().orElse(own.size()) != own.size()) {
                return unrecorded(
                        envelope,
                        decider,
                        fingerprint,
                        fresh,
                        new Answer.VersionConflict(own.size()));
            }
            Instant now = clock.instant();
            Decision decision = decided(envelope, decider, own, now, reads);
            if (decision instanceof Decision.NotFound(var what)) {
                return unrecorded(envelope, decider, fingerprint, fresh, new Answer.NotFound(what));
            }
            if (written.isAssumed() && !(decision instanceof Decision.Accepted)) {
                return attempt(envelope, decider, fingerprint, true);
            }
            Optional<Answer> answer =
                    append(
                            envelope,
                            fingerprint,
                            now,
                            reads.guards(),
                            outcome(envelope, stream, own.size(), decision),
                            fresh);
            return answer.isEmpty() && written.isAssumed()
                    ? attempt(envelope, decider, fingerprint, true)
                    : answer;
        }
    }

    /// What would be decided on what the database says now. Nothing is appended, nobody's role is
    /// asked for, and what was read may be overtaken at any moment.
    Decision rehearsed(Envelope envelope, Decider<?, ?> decider) {
        try (RecordedReads reads = new RecordedReads(remembered, true)) {
            List<Decoded> own = reads.written(decider.stream(envelope.command())).events();
            return decided(envelope, decider, own, clock.instant(), reads);
        }
    }

    private Decision decided(
            Envelope envelope,
            Decider<?, ?> decider,
            List<Decoded> own,
            Instant now,
            RecordedReads reads) {
        Context context =
                new Context(
                        envelope.actor(),
                        envelope.effectiveOn(),
                        envelope.authority(),
                        envelope.reasons(),
                        envelope.evidence(),
                        now,
                        reads);
        return boundaries
                .state(decider, envelope.command(), own, reads::read)
                .decide(envelope.command(), context);
    }

    /// What is to be appended, to the command's own stream if nothing of what it was about changes.
    private record Outgoing(
            Outcome outcome, StreamName stream, long version, List<? extends CcgEvent> events) {}

    private static Outgoing outcome(
            Envelope envelope, StreamName stream, long version, Decision decision) {
        return switch (decision) {
            case Decision.Accepted(var events) ->
                    new Outgoing(Outcome.ACCEPTED, stream, version, events);
            case Decision.Unchanged() ->
                    new Outgoing(
                            Outcome.UNCHANGED,
                            own(envelope),
                            0,
                            List.of(
                                    new CommandUnchanged(
                                            envelope.commandId(),
                                            stream.toString(),
                                            envelope.effectiveOn())));
            case Decision.Refused(var refusal) ->
                    new Outgoing(
                            Outcome.REFUSED,
                            own(envelope),
                            0,
                            List.of(refused(envelope, stream, refusal)));
            case Decision.NotFound(var what) ->
                    throw new IllegalStateException(what + " was not found, which is not recorded");
        };
    }

    private static StreamName own(Envelope envelope) {
        return new StreamName("command", envelope.commandId().toString());
    }

    private static CommandRefused refused(Envelope envelope, StreamName stream, Refusal refusal) {
        return new CommandRefused(
                envelope.commandId(),
                stream.toString(),
                refusal.code(),
                refusal.rule().id().isEmpty() ? null : refusal.rule().id(),
                refusal.rule().status(),
                refusal.rule().title(),
                refusal.rule().cure(),
                refusal.violations(),
                envelope.effectiveOn());
    }

    /// Its version guards the stream that is written; the append looks for nothing else there.
    private Optional<Answer> append(
            Envelope envelope,
            byte[] fingerprint,
            Instant now,
            List<Guard> read,
            Outgoing outgoing,
            boolean fresh) {
        List<EventJson.PersonalPart> personal = EventJson.personal(envelope.command());
        DecisionRecord decision =
                DecisionRecord.of(
                        envelope,
                        personal,
                        now,
                        RuleBook.RULE_SET,
                        build,
                        outgoing.outcome(),
                        read);
        String stream = outgoing.stream().toString();
        List<NewEvent> events = outgoing.events().stream().map(DecisionHandler::newEvent).toList();
        List<PersonalPart> parts = parts(personal);
        List<Guard> others =
                Stream.concat(
                                read.stream()
                                        .filter(guard ->
                                                !(guard instanceof Guard.OfStream(var name, _)
                                                        && name.equals(stream))),
                                erasures(events, parts, fresh))
                        .toList();
        AppendResult result =
                ledger.append(
                        new Append(
                                envelope.commandId(),
                                fingerprint,
                                metadata(envelope, outgoing.events()),
                                decision.bytes(),
                                parts,
                                stream,
                                outgoing.version(),
                                events,
                                others));
        return switch (result) {
            case AppendResult.Appended appended -> {
                long before = appended.command().events().getFirst().position() - 1;
                others.forEach(guard -> remembered.confirmed(guard, before));
                if (outgoing.outcome() == Outcome.ACCEPTED) {
                    remembered.appended(
                            stream, outgoing.version(), events, appended.command().events());
                }
                yield Optional.of(new Answer.Concluded(appended.command(), false));
            }
            case AppendResult.Known _ -> earlier(envelope, fingerprint);
            case AppendResult.Overtaken _ -> Optional.empty();
        };
    }

    /// An erasure destroys the key under which what is personal is recorded until then. So none may
    /// come between the choice of the key and the append, and none that came before may still have
    /// to be carried out: what is recorded under the key after it could never be read.
    private Stream<Guard> erasures(
            List<NewEvent> events, List<PersonalPart> ofDecision, boolean fresh) {
        return Stream.concat(
                        events.stream().flatMap(event -> event.personal().stream()),
                        ofDecision.stream())
                .map(PersonalPart::subject)
                .distinct()
                .map(subject ->
                        erasures(StreamName.personalData(new PersonId(subject.toString())), fresh));
    }

    private Guard erasures(StreamName person, boolean fresh) {
        Remembered.Read read = remembered.stream(person.toString(), fresh);
        read.events().stream()
                .filter(decoded -> decoded.event() instanceof PersonalDataErased)
                .mapToLong(Decoded::position)
                .max()
                .ifPresent(last -> {
                    if (last > erasedUpTo.getAsLong()) {
                        throw new LedgerException.Unavailable(
                                "the erasure at position " + last + " is being carried out");
                    }
                });
        return new Guard.OfStream(person.toString(), read.upTo());
    }

    private Optional<Answer> earlier(Envelope envelope, byte[] fingerprint) {
        return ledger.command(envelope.commandId()).map(stored -> earlier(stored, fingerprint));
    }

    private static Answer earlier(StoredCommand stored, byte[] fingerprint) {
        return java.security.MessageDigest.isEqual(stored.fingerprint(), fingerprint)
                ? new Answer.Concluded(stored, true)
                : new Answer.KeyReused();
    }

    private static byte[] metadata(Envelope envelope, List<? extends CcgEvent> events) {
        boolean decision = events.stream().map(EventTypes::of).anyMatch(type -> !type.fact());
        return EventJson.MAPPER.writeValueAsBytes(
                new EventMetadata(
                        envelope.commandName(),
                        decision,
                        envelope.actor(),
                        envelope.authority(),
                        envelope.reasons(),
                        envelope.evidence(),
                        envelope.source(),
                        envelope.correlationId(),
                        envelope.causationId(),
                        RuleBook.RULE_SET));
    }

    private static NewEvent newEvent(CcgEvent event) {
        EventType type = EventTypes.of(event);
        Written written = EventJson.write(event);
        return new NewEvent(
                type.name(),
                type.version(),
                event.effectiveOn(),
                event.tags().stream()
                        .map(Tag::value)
                        .collect(java.util.stream.Collectors.toUnmodifiableSet()),
                written.fact(),
                parts(written.personal()));
    }

    private static List<PersonalPart> parts(List<EventJson.PersonalPart> personal) {
        return personal.stream()
                .map(part ->
                        new PersonalPart(
                                part.field(), UUID.fromString(part.subject().value()), part.text()))
                .toList();
    }

    /// Covers what was asked for and for whom, keyed so that it gives nothing away.
    private byte[] fingerprint(Envelope envelope) {
        try {
            Mac mac = (Mac) fingerprints.clone();
            String asked =
                    envelope.commandName()
                            + "\n"
                            + envelope.expectedVersion()
                            + "\n"
                            + envelope.actor().body()
                            + "\n";
            mac.update(asked.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(envelope.body());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's HmacSHA256 can be cloned", e);
        }
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(
                    ThreadLocalRandom.current()
                            .nextInt(Math.min(LONGEST_PAUSE_MILLIS, 2 * attempt) + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another command was in the way", e);
        }
    }
}
