package org.ccgledger.command.handling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.History;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.handling.Remembered.Decoded;
import org.ccgledger.command.handling.ReplayedDecision.Came;
import org.ccgledger.command.handling.ReplayedDecision.Verdict;
import org.ccgledger.events.Authority;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventReader.UnknownEventType;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.commands.CommandEvent.CommandRefused;
import org.ccgledger.events.commands.RuleBook;
import org.ccgledger.ledger.LedgerException;
import org.ccgledger.ledger.ReadableLedger;
import org.ccgledger.ledger.StoredCommand;
import org.ccgledger.ledger.StoredEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Decides again what was decided, on what the ledger held then, and says whether it comes out the
/// same.
///
/// Nothing is written. Texts about persons are not read: no rule looks at them. For one thread at a
/// time.
public final class DecisionReplay {

    private static final int LONGEST_VALUE = 200;

    private final ReadableLedger ledger;
    private final CommandTypes types;
    private final Remembered remembered;
    private final Boundaries boundaries = new Boundaries();

    /// @param types the commands with the deciders to ask: those of this build, or some that are to
    ///   be tried
    public DecisionReplay(ReadableLedger ledger, CommandTypes types) {
        this.ledger = ledger;
        this.types = types;
        this.remembered = new Remembered(ledger, EventTypes.READER);
    }

    /// Decides all decisions again between two positions, in order, and hands them on as it goes.
    ///
    /// @param pageSize how many are read at a time
    public void replay(long from, long to, int pageSize, Consumer<Page> done) {
        long reached = from - 1;
        while (reached < to) {
            Page page = after(reached, pageSize, to);
            done.accept(page);
            reached = page.reached();
        }
    }

    private Page after(long position, int limit, long last) {
        List<StoredCommand> commands =
                ledger.commandsAfter(position, limit).stream()
                        .takeWhile(command -> positionOf(command) <= last)
                        .toList();
        return new Page(
                commands.stream().filter(DecisionReplay::isDecision).map(this::replay).toList(),
                commands.size() < limit
                        ? last
                        : Math.min(last, commands.getLast().events().getLast().position()));
    }

    /// Some decisions of a row, and the position of the last event that was looked at.
    public record Page(List<ReplayedDecision> decisions, long reached) {}

    private static long positionOf(StoredCommand command) {
        return command.events().getFirst().position();
    }

    /// What the ledger itself appends was decided by nobody.
    private static boolean isDecision(StoredCommand command) {
        return EventJson.MAPPER.readTree(command.decision()).has("command");
    }

    /// What stood beside a command's fields, as far as rules look at it.
    private record Beside(
            LocalDate effectiveOn,
            @Nullable Authority authority,
            @Nullable String reasons,
            @Nullable List<DocRef> evidence) {}

    /// A decision as the ledger holds it.
    ///
    /// @param refused the refusal that was recorded, if there is one and no later build wrote it
    private record Past(
            StoredCommand stored, DecisionRecord record, @Nullable CommandRefused refused) {

        static Past of(StoredCommand stored) {
            return new Past(
                    stored,
                    EventJson.MAPPER.readValue(stored.decision(), DecisionRecord.class),
                    refused(stored.events().getLast()));
        }

        private static @Nullable CommandRefused refused(StoredEvent last) {
            try {
                return event(last) instanceof CommandRefused refused ? refused : null;
            } catch (UnknownEventType _) {
                return null;
            }
        }

        boolean isAccepted() {
            return record.outcome() == DecisionRecord.Outcome.ACCEPTED;
        }

        Came came() {
            return new Came(
                    record.outcome().name(),
                    refused == null ? null : refused.code(),
                    refused == null ? null : refused.rule(),
                    isAccepted()
                            ? stored.events().stream().map(StoredEvent::type).toList()
                            : List.of());
        }

        ReplayedDecision replayed(Verdict verdict, @Nullable Came now, List<String> differences) {
            return new ReplayedDecision(
                    stored.commandId(),
                    positionOf(stored),
                    record.command(),
                    record.actor(),
                    record.now(),
                    record.ruleSet(),
                    record.build(),
                    record.reads(),
                    RuleBook.checked(record.ruleSet(), record.command(), isAccepted(), refused),
                    verdict,
                    came(),
                    now,
                    List.copyOf(differences));
        }

        ReplayedDecision notDecidable(String why) {
            return replayed(Verdict.NOT_DECIDABLE, null, List.of(why));
        }
    }

    private ReplayedDecision replay(StoredCommand stored) {
        Past past = Past.of(stored);
        DecisionRecord record = past.record();
        Optional<CommandTypes.Type> type = types.named(record.command());
        if (!record.ruleSet().equals(RuleBook.RULE_SET)) {
            return past.notDecidable(
                    "The rules of " + record.ruleSet() + " are not in this build.");
        }
        if (type.isEmpty()) {
            return past.notDecidable("This build knows no command " + record.command() + ".");
        }
        try {
            return compared(past, decide(past, type.orElseThrow()));
        } catch (LedgerException e) {
            throw e;
        } catch (RuntimeException e) {
            return past.notDecidable("Deciding it again fails: " + e);
        }
    }

    private Decision decide(Past past, CommandTypes.Type type) {
        DecisionRecord record = past.record();
        JsonNode body = EventJson.MAPPER.readTree(record.body());
        Command command = EventJson.MAPPER.treeToValue(body, type.carrier());
        Beside beside = EventJson.MAPPER.treeToValue(body, Beside.class);
        ReadsBefore reads = new ReadsBefore(positionOf(past.stored()));
        Decider<?, ?> decider = type.decider();
        Context context =
                new Context(
                        record.actor(),
                        beside.effectiveOn(),
                        beside.authority(),
                        beside.reasons(),
                        Objects.requireNonNullElse(beside.evidence(), List.of()),
                        record.now(),
                        reads);
        return boundaries
                .state(decider, command, reads.decoded(decider.stream(command)), reads::decoded)
                .decide(command, context);
    }

    /// The ledger as it was before a position.
    private final class ReadsBefore implements Reads {
        private final long position;

        ReadsBefore(long position) {
            this.position = position;
        }

        @Override
        public List<CcgEvent> stream(StreamName stream) {
            return History.ordered(Boundaries.events(decoded(stream)));
        }

        @Override
        public List<CcgEvent> tagged(Tag tag, List<Class<? extends CcgEvent>> kinds) {
            return History.ordered(Boundaries.events(decoded(tag, kinds)));
        }

        List<Decoded> decoded(StreamName stream) {
            Remembered.Read read = remembered.stream(stream.toString(), false);
            return before(
                    read.upTo() < position - 1 ? remembered.stream(stream.toString(), true) : read);
        }

        List<Decoded> decoded(Tag tag, List<Class<? extends CcgEvent>> kinds) {
            var names = EventTypes.namesOf(kinds);
            Remembered.Read read = remembered.tag(tag.value(), names, false);
            return before(
                    read.upTo() < position - 1 ? remembered.tag(tag.value(), names, true) : read);
        }

        private List<Decoded> before(Remembered.Read read) {
            List<Decoded> events = read.events();
            int from = 0;
            int to = events.size();
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (events.get(middle).position() < position) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return events.subList(0, from);
        }
    }

    private static ReplayedDecision compared(Past past, Decision decision) {
        List<CcgEvent> written =
                past.stored().events().stream().map(DecisionReplay::event).toList();
        Came recorded = past.came();
        Came now = now(decision);
        List<String> differences = new ArrayList<>();
        if (!recorded.equals(now)) {
            differences.add("It was %s, and is %s.".formatted(said(recorded), said(now)));
        } else if (decision instanceof Decision.Accepted(var events)) {
            IntStream.range(0, events.size())
                    .forEach(i -> differences.addAll(fields(written.get(i), events.get(i))));
        } else if (decision instanceof Decision.Refused(var refusal)
                && past.refused() != null
                && !refusal.violations().equals(past.refused().violations())) {
            differences.add(
                    "It ran against %s, and runs against %s."
                            .formatted(past.refused().violations(), refusal.violations()));
        }
        return past.replayed(
                differences.isEmpty() ? Verdict.SAME : Verdict.DIFFERENT, now, differences);
    }

    private static List<String> fields(CcgEvent written, CcgEvent decided) {
        JsonNode then = tree(written);
        JsonNode now = tree(decided);
        List<String> names = new ArrayList<>(then.propertyNames());
        now.propertyNames().stream().filter(name -> !then.has(name)).forEach(names::add);
        return names.stream()
                .filter(name -> !then.path(name).equals(now.path(name)))
                .map(name ->
                        "%s, %s: it was %s, and is %s."
                                .formatted(
                                        EventTypes.of(written).name(),
                                        name,
                                        said(then.path(name)),
                                        said(now.path(name))))
                .toList();
    }

    private static CcgEvent event(StoredEvent stored) {
        return EventJson.read(stored.type(), stored.schemaVersion(), stored.fact());
    }

    private static JsonNode tree(CcgEvent event) {
        return EventJson.MAPPER.readTree(EventJson.fact(event));
    }

    private static Came now(Decision decision) {
        return switch (decision) {
            case Decision.Accepted(var events) ->
                    new Came(
                            "ACCEPTED",
                            null,
                            null,
                            events.stream().map(event -> EventTypes.of(event).name()).toList());
            case Decision.Unchanged() -> new Came("UNCHANGED", null, null, List.of());
            case Decision.Refused(Refusal refusal) ->
                    new Came(
                            "REFUSED",
                            refusal.code(),
                            refusal.rule().id().isEmpty() ? null : refusal.rule().id(),
                            List.of());
            case Decision.NotFound(String what) -> new Came("NOT_FOUND", what, null, List.of());
        };
    }

    private static String said(Came came) {
        String with = came.code() != null ? came.code() : String.join(", ", came.events());
        return with.isEmpty() ? came.outcome() : came.outcome() + " with " + with;
    }

    private static String said(JsonNode value) {
        String text = value.isMissingNode() ? "absent" : value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
