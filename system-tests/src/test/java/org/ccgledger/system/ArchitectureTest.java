package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.ccgledger.system.guilty.FigureUtil;
import org.ccgledger.system.guilty.Injected;
import org.ccgledger.system.guilty.Open;
import org.ccgledger.system.guilty.Talkative;
import org.junit.jupiter.api.Test;

/// Holds every class of ours to the rules, and each rule to a class that breaks it.
class ArchitectureTest {

    private static final JavaClasses ALL = Modules.classes();
    private static final String OUR_PART = "org\\.ccgledger\\.(\\w+).*";
    private static final ArchitectureRules RULES = new ArchitectureRules(ALL);

    private static void holds(ArchRule rule, Class<?>... guilty) {
        for (Class<?> type : guilty) {
            assertThat(rule.evaluate(new ClassFileImporter().importClasses(type)).hasViolation())
                    .as("%s, held against %s, is broken", rule.getDescription(), type.getName())
                    .isTrue();
        }
        assertThat(rule.evaluate(ALL).getFailureReport().getDetails())
                .as(rule.getDescription())
                .isEmpty();
        rule.check(ALL);
    }

    @Test
    void every_module_and_capability_is_found() {
        assertThat(ALL)
                .extracting(type -> type.getPackageName().replaceFirst(OUR_PART, "$1"))
                .contains(
                        "events", "ledger", "access", "command", "query", "standalone", "verifier");
        assertThat(RULES.capabilities())
                .contains("org.ccgledger.command.authorisation", "org.ccgledger.command.conditions")
                .doesNotContain("org.ccgledger.command.decision", "org.ccgledger.command.handling")
                .hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void events_depend_on_nothing_of_ours() {
        holds(RULES.eventsDependOnNothingOfOurs(), org.ccgledger.events.guilty.Stored.class);
    }

    @Test
    void the_ledger_depends_on_nothing_of_ours() {
        holds(
                RULES.theLedgerDependsOnNothingOfOurs(),
                org.ccgledger.ledger.guilty.OfGroups.class,
                org.ccgledger.ledger.guilty.OfCommands.class,
                org.ccgledger.ledger.guilty.OfQuestions.class);
    }

    @Test
    void access_depends_on_events() {
        holds(RULES.accessDependsOnEvents(), org.ccgledger.access.guilty.Stored.class);
    }

    @Test
    void the_command_side_depends_on_events_the_ledger_and_access() {
        holds(
                RULES.theCommandSideDependsOnEventsTheLedgerAndAccess(),
                org.ccgledger.command.http.Asking.class);
    }

    @Test
    void the_query_side_depends_on_events_the_ledger_and_access() {
        holds(
                RULES.theQuerySideDependsOnEventsTheLedgerAndAccess(),
                org.ccgledger.query.guilty.Deciding.class);
    }

    @Test
    void the_verifier_depends_on_the_jdk_alone() {
        holds(
                RULES.theVerifierDependsOnTheJdkAlone(),
                org.ccgledger.verifier.guilty.Trusting.class,
                org.ccgledger.verifier.guilty.Borrowing.class);
    }

    @Test
    void the_witness_depends_on_the_jdk_and_the_verifier() {
        holds(
                RULES.theWitnessDependsOnTheJdkAndTheVerifier(),
                org.ccgledger.witness.guilty.Judging.class);
    }

    @Test
    void capabilities_do_not_know_one_another() {
        holds(
                RULES.capabilitiesDoNotKnowOneAnother(),
                org.ccgledger.command.approvals.Meddling.class);
    }

    @Test
    void what_capabilities_share_knows_none_of_them() {
        holds(
                RULES.whatCapabilitiesShareKnowsNoneOfThem(),
                org.ccgledger.command.boundaries.Partial.class);
    }

    @Test
    void decisions_read_no_clock() {
        holds(
                RULES.decisionsReadNoClock(),
                org.ccgledger.command.approvals.Watching.Today.class,
                org.ccgledger.command.approvals.Watching.Now.class,
                org.ccgledger.command.approvals.Watching.NowByReference.class,
                org.ccgledger.command.approvals.Watching.Millis.class,
                org.ccgledger.command.approvals.Watching.AClock.class);
    }

    @Test
    void decisions_throw_no_dice() {
        holds(
                RULES.decisionsThrowNoDice(),
                org.ccgledger.command.approvals.Gambling.AnId.class,
                org.ccgledger.command.approvals.Gambling.AnIdByReference.class,
                org.ccgledger.command.approvals.Gambling.ANumber.class,
                org.ccgledger.command.approvals.Gambling.Dice.class,
                org.ccgledger.command.approvals.Gambling.ThreadsDice.class);
    }

    @Test
    void decisions_touch_nothing_outside() {
        holds(
                RULES.decisionsTouchNothingOutside(),
                org.ccgledger.command.boundaries.Reaching.ForADatabase.class,
                org.ccgledger.command.boundaries.Reaching.ForAFile.class,
                org.ccgledger.command.boundaries.Reaching.ForAStream.class,
                org.ccgledger.command.boundaries.Reaching.ForSpring.class,
                org.ccgledger.command.boundaries.Reaching.ForAxon.class);
    }

    @Test
    void only_handling_and_running_know_axon() {
        holds(
                RULES.onlyHandlingAndRunningKnowAxon(),
                org.ccgledger.command.http.Dispatching.class,
                org.ccgledger.command.boundaries.Reaching.ForAxon.class);
    }

    @Test
    void only_running_speaks_sql() {
        holds(
                RULES.onlyRunningSpeaksSql(),
                org.ccgledger.command.http.Querying.ByConnection.class,
                org.ccgledger.command.http.Querying.ByClient.class);
    }

    @Test
    void no_name_says_nothing() {
        holds(RULES.noNameSaysNothing(), FigureUtil.class);
    }

    @Test
    void nothing_is_injected_into_fields() {
        holds(RULES.nothingIsInjectedIntoFields(), Injected.class);
    }

    @Test
    void only_programs_write_to_the_terminal() {
        holds(RULES.onlyProgramsWriteToTheTerminal(), Talkative.class);
    }

    @Test
    void no_public_field_can_be_assigned() {
        holds(RULES.noPublicFieldCanBeAssigned(), Open.class);
    }
}
