package org.ccgledger.command.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ccgledger.command.decision.Beside;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.command.handling.ReplayedDecision.Verdict;
import org.ccgledger.events.Authority;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.catalogue.CatalogueEvent;
import org.ccgledger.events.catalogue.CatalogueEvent.WaveOpened;
import org.ccgledger.events.commands.CommandEvent.CommandRefused;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.AppendResult.Appended;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.StoredCommand;
import org.ccgledger.ledger.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DecisionReplayTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Ledger LEDGER = DATABASE.ledger();
    private static final CommandTypes RULES = rules(2, 1);
    private static final Commands COMMANDS = WaveCommand.node(LEDGER, RULES, "a-build");

    @Rule(id = "A1", title = "A wave is extended so often", cure = "Leave it.")
    record ExtendedTooOften(int times) implements Refusal {}

    @Rule(title = "A wave ends with the next", cure = "Extend the next.")
    record NextWaveOpen(int next) implements Refusal {}

    /// @param most how often a wave may be extended, by `months` each time
    private static CommandTypes rules(int most, int months) {
        return new CommandTypes(
                List.of(
                        Decider.of(WaveCommand.class, command -> StreamName.wave(command.wave()))
                                .<Integer, CatalogueEvent>state(
                                        0, CatalogueEvent.class, (count, _) -> count + 1)
                                .deciding((command, opened, context) -> {
                                    if (command instanceof WaveCommand.Open && opened > 0) {
                                        return Decision.unchanged();
                                    }
                                    int next = command.wave() + 1;
                                    if (!context.reads().stream(StreamName.wave(next)).isEmpty()) {
                                        return Decision.refuse(new NextWaveOpen(next));
                                    }
                                    return opened > most
                                            ? Decision.refuse(new ExtendedTooOften(most))
                                            : Decision.accept(command.opened(opened * months));
                                })));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void every_kind_of_outcome_comes_out_the_same_though_what_it_read_has_moved_on() {
        UUID opened = send(new WaveCommand.Open(10));
        UUID unchanged = send(new WaveCommand.Open(10));
        UUID extended = send(new WaveCommand.Extend(10));
        send(new WaveCommand.Extend(10));
        UUID refused = send(new WaveCommand.Extend(10));
        send(new WaveCommand.Open(11));
        UUID refusedForTheNext = send(new WaveCommand.Extend(10));
        DecisionReplay replay = new DecisionReplay(LEDGER, RULES);

        assertThat(List.of(refusedForTheNext, refused, extended, unchanged, opened))
                .allSatisfy(id -> {
                    ReplayedDecision decision = replayed(replay, id).orElseThrow();
                    assertThat(decision.differences()).isEmpty();
                    assertThat(decision.now()).isEqualTo(decision.recorded());
                    assertThat(decision.verdict()).isEqualTo(Verdict.SAME);
                });
        ReplayedDecision shown = replayed(replay, refused).orElseThrow();
        assertThat(shown.recorded().outcome()).isEqualTo("REFUSED");
        assertThat(shown.recorded().code()).isEqualTo("EXTENDED_TOO_OFTEN");
        assertThat(shown.recorded().rule()).isEqualTo("A1");
        assertThat(shown.build()).isEqualTo("a-build");
        assertThat(shown.reads()).extracting(RecordedRead::stream).contains("wave:10", "wave:11");
        assertThat(replayed(replay, unchanged).orElseThrow().recorded().outcome())
                .isEqualTo("UNCHANGED");
    }

    @Test
    void rules_that_have_changed_are_found_by_the_decisions_that_they_would_have_changed() {
        long before = LEDGER.head();
        UUID opened = send(new WaveCommand.Open(20));
        UUID first = send(new WaveCommand.Extend(20));
        UUID second = send(new WaveCommand.Extend(20));
        UUID third = send(new WaveCommand.Extend(20));

        assertThat(verdicts(before, rules(2, 1))).isEmpty();
        assertThat(verdicts(before, rules(1, 1)))
                .containsExactly(
                        second
                                + " It was ACCEPTED with ccg.catalogue.WaveOpened, and is REFUSED with EXTENDED_TOO_OFTEN.",
                        third
                                + " It ran against [RuleViolation[field=times, message=2]], and runs against"
                                + " [RuleViolation[field=times, message=1]].");
        assertThat(verdicts(before, rules(2, 3)))
                .containsExactly(
                        first
                                + " ccg.catalogue.WaveOpened, plannedDecisionMonth: it was \"2012-08\", and is \"2012-10\".",
                        second
                                + " ccg.catalogue.WaveOpened, plannedDecisionMonth: it was \"2012-09\", and is \"2013-01\".");
        assertThat(replayed(new DecisionReplay(LEDGER, rules(0, 9)), opened))
                .map(ReplayedDecision::verdict)
                .contains(Verdict.SAME);
    }

    @Test
    void a_command_that_this_build_does_not_know_is_said_not_to_be_decidable() {
        UUID opened = send(new WaveCommand.Open(30));

        ReplayedDecision decision =
                replayed(new DecisionReplay(LEDGER, new CommandTypes(List.of())), opened)
                        .orElseThrow();

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_DECIDABLE);
        assertThat(decision.differences()).containsExactly("This build knows no command Open.");
        assertThat(decision.now()).isNull();
    }

    @Test
    void what_a_later_build_recorded_is_said_not_to_be_decidable_and_the_others_are_decided() {
        UUID opened = send(new WaveCommand.Open(40));
        long first = LEDGER.head();
        later(opened, "wave:41", EventTypes.namesOf(WaveOpened.class));
        later(opened, "wave:42", EventTypes.namesOf(CommandRefused.class));
        send(new WaveCommand.Open(43));

        List<ReplayedDecision> decisions = new ArrayList<>();
        new DecisionReplay(LEDGER, RULES)
                .replay(first, LEDGER.head(), 500, page -> decisions.addAll(page.decisions()));

        assertThat(decisions)
                .extracting(ReplayedDecision::verdict)
                .containsExactly(
                        Verdict.SAME, Verdict.NOT_DECIDABLE, Verdict.NOT_DECIDABLE, Verdict.SAME);
        assertThat(decisions.get(1).differences().getFirst())
                .contains("ccg.catalogue.WaveOpened in version 99");
    }

    /// A command with the decision record of another, and one event that this build cannot read.
    private static void later(UUID like, String stream, Set<String> type) {
        StoredCommand stored = LEDGER.command(like).orElseThrow();
        assertThat(
                        LEDGER.append(
                                new Append(
                                        UUID.randomUUID(),
                                        new byte[32],
                                        stored.metadata(),
                                        stored.decision(),
                                        List.of(),
                                        stream,
                                        0,
                                        List.of(
                                                new NewEvent(
                                                        type.iterator().next(),
                                                        99,
                                                        WaveCommand.DAY,
                                                        Set.of(),
                                                        stored.events().getFirst().fact(),
                                                        List.of())),
                                        List.of())))
                .isInstanceOf(Appended.class);
    }

    @Test
    void what_the_ledger_itself_appended_is_no_decision() {
        DecisionReplay replay = new DecisionReplay(LEDGER, RULES);

        List<DecisionReplay.Page> pages = new ArrayList<>();
        replay.replay(1, 1, 1, pages::add);

        assertThat(pages).containsExactly(new DecisionReplay.Page(List.of(), 1));
        assertThat(replayed(replay, UUID.randomUUID())).isEmpty();
    }

    /// What comes out otherwise behind a position, looked at in small pages.
    private static List<String> verdicts(long position, CommandTypes rules) {
        List<ReplayedDecision> decisions = new ArrayList<>();
        new DecisionReplay(LEDGER, rules)
                .replay(position + 1, LEDGER.head(), 2, page -> decisions.addAll(page.decisions()));
        assertThat(decisions).hasSize(4);
        return decisions.stream()
                .filter(decision -> !decision.isSame())
                .map(decision ->
                        decision.commandId() + " " + String.join("; ", decision.differences()))
                .toList();
    }

    /// The decision on one command, if there is one.
    private static Optional<ReplayedDecision> replayed(DecisionReplay replay, UUID commandId) {
        List<ReplayedDecision> decisions = new ArrayList<>();
        LEDGER.command(commandId)
                .map(command -> command.events().getFirst().position())
                .ifPresent(
                        at -> replay.replay(at, at, 1, page -> decisions.addAll(page.decisions())));
        return decisions.stream().findFirst();
    }

    private static UUID send(Command command) {
        UUID id = UUID.randomUUID();
        Answer answer =
                COMMANDS.send(
                        new Beside(WaveCommand.OFFICER, WaveCommand.DAY)
                                .under(new Authority("NHS Act 2006", "s.14C", null))
                                .envelope(id, id.toString(), command, id.toString(), null));
        assertThat(answer).isInstanceOf(Answer.Concluded.class);
        return id;
    }
}
