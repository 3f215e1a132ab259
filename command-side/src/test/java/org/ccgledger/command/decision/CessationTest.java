package org.ccgledger.command.decision;

import static org.ccgledger.command.successions.Merging.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.StartDelegation;
import org.ccgledger.command.cocommissioning.CoCommissioningDecider;
import org.ccgledger.command.conditions.ConditionCommand.RecordReviewOverdue;
import org.ccgledger.command.conditions.ConditionDecider;
import org.ccgledger.command.decision.CommonRefusal.CCGCeased;
import org.ccgledger.command.registry.RegistryCommand.ApplyToVaryConstitution;
import org.ccgledger.command.registry.RegistryCommand.RecordPopulation;
import org.ccgledger.command.registry.RegistryDecider;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CoCommissioningId;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.DelegationAgreed;
import org.ccgledger.events.conditions.ConditionEvent.ConditionImposed;
import org.ccgledger.events.conditions.ConditionTerms;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.events.registry.PopulationBasis;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVariationApplied;
import org.ccgledger.events.registry.RegistryEvent.PopulationRecorded;
import org.junit.jupiter.api.Test;

/// What becomes of commands to a group that is no more.
class CessationTest {

    private static final LocalDate LATER = LocalDate.of(2015, 6, 1);

    private static Specification lead(CcgCode ccg) {
        return Specification.of(RegistryDecider.DECIDER)
                .given(established(GATESHEAD), established(NORTH_AND_EAST), established(WEST))
                .given(merged())
                .by(Role.CCG_GOVERNANCE_LEAD, BodyRef.ccg(ccg))
                .on(LATER);
    }

    private static ApplyToVaryConstitution vary(CcgCode ccg) {
        return new ApplyToVaryConstitution(
                ccg, "More seats", DocRef.titled("Constitution"), DocRef.titled("Minutes"));
    }

    private static RecordPopulation population() {
        return new RecordPopulation(NORTH_AND_EAST, PopulationBasis.LIST, 150_000, LATER);
    }

    @Test
    void a_group_that_has_ceased_decides_nothing_and_its_successor_is_named() {
        lead(NORTH_AND_EAST)
                .when(vary(NORTH_AND_EAST))
                .thenRefused(new CCGCeased(NORTH_AND_EAST, MERGED_ON, Set.of(SUCCESSOR)));
    }

    @Test
    void nor_does_anybody_decide_on_it() {
        lead(NORTH_AND_EAST)
                .by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .when(population())
                .thenRefused(new CCGCeased(NORTH_AND_EAST, MERGED_ON, Set.of(SUCCESSOR)));
    }

    @Test
    void what_falls_due_for_it_afterwards_changes_nothing() {
        Specification overdue =
                Specification.of(ConditionDecider.DECIDER)
                        .given(
                                merged(),
                                new ConditionImposed(
                                        NORTH_AND_EAST,
                                        new ConditionTerms(
                                                new ConditionId("00G-C1"),
                                                null,
                                                true,
                                                "Balance the books",
                                                SupportLevel.II),
                                        MERGED_ON.minusMonths(2),
                                        MERGED_ON.minusMonths(4)))
                        .by(Role.SYSTEM, Actor.SYSTEM.body())
                        .on(MERGED_ON.plusDays(1));
        overdue.when(new RecordReviewOverdue(NORTH_AND_EAST)).thenUnchanged();
        Specification.of(CoCommissioningDecider.DECIDER)
                .given(
                        merged(),
                        new DelegationAgreed(
                                NORTH_AND_EAST,
                                new CoCommissioningId("00G-P1"),
                                List.of(new FunctionCode("enhanced-services")),
                                List.of(),
                                MERGED_ON,
                                MERGED_ON.minusMonths(1)))
                .by(Role.SYSTEM, Actor.SYSTEM.body())
                .on(MERGED_ON)
                .when(new StartDelegation(NORTH_AND_EAST))
                .thenUnchanged();
    }

    @Test
    void what_counts_from_a_day_before_is_still_recorded() {
        lead(NORTH_AND_EAST)
                .by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .on(MERGED_ON.minusDays(1))
                .when(population())
                .thenAccepted(PopulationRecorded.class);
    }

    @Test
    void what_was_done_before_is_unchanged_by_being_asked_for_again() {
        lead(NORTH_AND_EAST)
                .given(
                        new PopulationRecorded(
                                NORTH_AND_EAST,
                                PopulationBasis.LIST,
                                150_000,
                                LATER,
                                MERGED_ON.minusDays(1)))
                .by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .when(population())
                .thenUnchanged();
    }

    @Test
    void the_group_that_takes_its_place_decides_as_any_other() {
        lead(NEWCASTLE_GATESHEAD)
                .when(vary(NEWCASTLE_GATESHEAD))
                .thenAccepted(ConstitutionVariationApplied.class);
        lead(NEWCASTLE_GATESHEAD)
                .on(MERGED_ON.minusDays(1))
                .when(vary(new CcgCode("99Z")))
                .thenNotFound();
    }
}
