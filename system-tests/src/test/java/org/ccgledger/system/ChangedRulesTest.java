package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.ccgledger.command.CommandSide;
import org.ccgledger.command.authorisation.AuthorisationCommand;
import org.ccgledger.command.authorisation.AuthorisationCommand.AuthoriseCCG;
import org.ccgledger.command.authorisation.AuthorisationDecider;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.command.handling.DecisionReplay;
import org.ccgledger.command.handling.ReplayedDecision;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.Tag;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationsCombined;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.ledger.ReadableLedger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A rule is changed, and all of England is decided again by it: those decisions are named that the
/// change bears on, and no others. Which these are is read from what the ledger holds.
class ChangedRulesTest {

    private static final int PAGE = 500;

    private final DataSource database = PlayedEngland.shared().database();
    private final ReadableLedger ledger = new ReadableLedger(database);
    private final long head = ledger.head();

    @Rule(
            id = "A13",
            title = "Support from level III on comes with a direction",
            cure = "Lower the level.")
    record DirectionRequiredSooner(SupportLevel level) implements Refusal {}

    /// What an altered rule makes of a decision that the others have made.
    private interface Change {
        Decision of(AuthorisationCommand command, Decision decision);
    }

    /// Rule A13, were a direction needed one level of support earlier.
    @Test
    void a_rule_that_asks_for_more_is_named_with_every_group_that_would_not_have_been_authorised() {
        List<UUID> borne =
                commands(
                        """
                        e.type = 'ccg.authorisation.CCGAuthorised'
                          and jsonb_path_exists(%1$s, '$.conditions[*] ? (@.level == "III")')
                          and not jsonb_path_exists(%1$s, '$.directions[*]')
                        """);

        List<ReplayedDecision> changed =
                changedBy((command, decision) ->
                        decision instanceof Decision.Accepted
                                        && command instanceof AuthoriseCCG grant
                                        && grant.directions().isEmpty()
                                        && grant.conditions().stream()
                                                .anyMatch(it -> it.level() == SupportLevel.III)
                                ? Decision.refuse(new DirectionRequiredSooner(SupportLevel.III))
                                : decision);

        assertThat(borne).hasSizeBetween(20, 168);
        assertThat(changed)
                .extracting(ReplayedDecision::commandId)
                .containsExactlyElementsOf(borne);
        assertThat(changed)
                .flatExtracting(ReplayedDecision::differences)
                .containsOnly(
                        "It was ACCEPTED with ccg.authorisation.CCGAuthorised, and is REFUSED with"
                                + " DIRECTION_REQUIRED_SOONER.");
    }

    /// Rule A12, were it no refusal to decide again.
    @Test
    void a_rule_that_asks_for_less_is_named_with_every_command_that_would_not_have_been_refused() {
        List<UUID> borne =
                commands(
                        """
                        e.type = 'ccg.commands.CommandRefused' and %1$s ->> 'code' = 'ALREADY_DECIDED'
                          and %1$s ->> 'subject' like 'application:%%'
                        """);

        List<ReplayedDecision> changed =
                changedBy((_, decision) ->
                        decision instanceof Decision.Refused(var refusal)
                                        && refusal.code().equals("ALREADY_DECIDED")
                                ? Decision.unchanged()
                                : decision);

        assertThat(borne).isNotEmpty();
        assertThat(changed)
                .extracting(ReplayedDecision::commandId)
                .containsExactlyElementsOf(borne);
        assertThat(changed)
                .flatExtracting(ReplayedDecision::differences)
                .containsOnly("It was REFUSED with ALREADY_DECIDED, and is UNCHANGED.");
    }

    /// The commands that left an event of which something holds, in order; `%1$s` is its fact.
    private List<UUID> commands(String condition) {
        return JdbcClient.create(database)
                .sql(
                        """
                        select c.command_id from ledger.event e
                          join ledger.command c on c.position = e.position - e.command_index
                          where e.position <= ? and %s order by e.position
                        """
                                .formatted(
                                        condition.formatted("convert_from(e.fact, 'UTF8')::jsonb")))
                .param(head)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private List<ReplayedDecision> changedBy(Change change) {
        List<Decider<?, ?>> deciders = new ArrayList<>(CommandSide.DECIDERS);
        deciders.replaceAll(
                decider -> decider == AuthorisationDecider.DECIDER ? changed(change) : decider);
        List<ReplayedDecision> otherwise = new ArrayList<>();
        new DecisionReplay(ledger, new CommandTypes(deciders))
                .replay(
                        1,
                        head,
                        PAGE,
                        page ->
                                page.decisions().stream()
                                        .filter(decision -> !decision.isSame())
                                        .forEach(otherwise::add));
        return otherwise;
    }

    /// Reads what the true decisions on applications read, has them made, and changes them.
    private static Decider<AuthorisationCommand, ?> changed(Change change) {
        Decider<AuthorisationCommand, ?> rules = AuthorisationDecider.DECIDER;
        return Decider.of(AuthorisationCommand.class, rules::stream)
                .<List<CcgEvent>, CcgEvent>state(List.of(), CcgEvent.class, ChangedRulesTest::with)
                .beginningFrom(
                        command -> Tag.ccg(command.ccg()),
                        ApplicationsCombined.class,
                        ChangedRulesTest::with)
                .deciding((command, events, context) ->
                        change.of(command, rules.fold(events).decide(command, context)));
    }

    private static List<CcgEvent> with(List<CcgEvent> events, CcgEvent next) {
        List<CcgEvent> more = new ArrayList<>(events);
        more.add(next);
        return more;
    }
}
