package org.ccgledger.command.successions;

import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.NEIGHBOUR;
import static org.ccgledger.command.directions.Directed.exercisedByNeighbour;
import static org.ccgledger.command.successions.Merging.*;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.successions.SuccessionCommand.ApplyToMerge;
import org.ccgledger.command.successions.SuccessionCommand.CompleteMerger;
import org.ccgledger.command.successions.SuccessionCommand.DecideMerger;
import org.ccgledger.command.successions.SuccessionRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.MergerId;
import org.ccgledger.events.Money;
import org.ccgledger.events.Period;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.ServiceLine;
import org.ccgledger.events.SupportId;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.MergerFactor;
import org.ccgledger.events.successions.MergerTerms;
import org.ccgledger.events.successions.Settlement;
import org.ccgledger.events.successions.SuccessionEvent.CCGMerged;
import org.ccgledger.events.successions.SuccessionEvent.MergerApproved;
import org.ccgledger.events.successions.SuccessionEvent.MergerRefused;
import org.ccgledger.events.support.SupportEvent.CommissioningSupportChosen;
import org.ccgledger.events.support.SupportEvent.CommissioningSupportEnded;
import org.ccgledger.events.support.SupportProviderKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergerTest {

    private static final PracticeCode SURGERY = new PracticeCode("A81001");

    private static Specification of(CcgCode ccg) {
        return Specification.of(SuccessionDecider.DECIDER)
                .given(groups())
                .by(Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(ccg))
                .on(APPLIED_ON);
    }

    private static Specification board() {
        return Specification.of(SuccessionDecider.DECIDER)
                .given(groups())
                .by(Role.BOARD_AUTHORISATION, BodyRef.BOARD)
                .on(APPROVED_ON);
    }

    private static Specification registry() {
        return Specification.of(SuccessionDecider.DECIDER)
                .given(groups())
                .given(applied(GATESHEAD), applied(NORTH_AND_EAST), applied(WEST), approved())
                .by(Role.REGISTRY, new BodyRef("SYSTEM/ODS"))
                .on(MERGED_ON);
    }

    private static ApplyToMerge application() {
        return new ApplyToMerge(MERGER, terms(), factors());
    }

    private static CompleteMerger completion() {
        return new CompleteMerger(MERGER, NEWCASTLE_GATESHEAD, null);
    }

    @Test
    void each_group_applies_itself_and_once() {
        of(WEST).when(application()).thenAccepted(applied(WEST));
        of(WEST).given(applied(WEST)).when(application()).thenUnchanged();
        of(GATESHEAD).given(applied(WEST)).when(application()).thenAccepted(applied(GATESHEAD));
    }

    @Test
    void all_apply_for_the_same() {
        MergerTerms other =
                new MergerTerms(
                        terms().ccgs(),
                        "NHS Tyneside Clinical Commissioning Group",
                        DocRef.titled("Another constitution"),
                        List.of(),
                        OFFICER);
        of(GATESHEAD)
                .given(applied(WEST))
                .when(new ApplyToMerge(MERGER, other, factors()))
                .thenRefused(new TermsDiffer(MERGER));
    }

    @Test
    void an_application_speaks_to_every_factor() {
        of(WEST).when(new ApplyToMerge(MERGER, terms(), factors().subList(1, factors().size())))
                .thenRefused(new FactorsNotAddressed(EnumSet.of(MergerFactor.IMPACT_ON_PATIENTS)));
    }

    @Test
    void groups_that_do_not_operate_do_not_merge() {
        of(WEST).on(LocalDate.of(2013, 3, 1))
                .when(application())
                .thenRefused(new CCGNotOperational(Set.copyOf(terms().ccgs())));
    }

    @Test
    void the_board_approves_what_all_of_them_want() {
        DecideMerger approval = new DecideMerger(MERGER, true, MERGED_ON);
        board().when(approval).thenNotFound();
        board().given(applied(WEST), applied(GATESHEAD))
                .when(approval)
                .thenRefused(new MemberAgreementMissing(Set.of(NORTH_AND_EAST)));
        board().given(applied(WEST), applied(GATESHEAD), applied(NORTH_AND_EAST))
                .when(approval)
                .thenAccepted(approved());
        board().given(applied(WEST), applied(GATESHEAD), applied(NORTH_AND_EAST))
                .withoutReasons()
                .when(approval)
                .thenRefused(new ReasonsRequired());
        board().given(applied(WEST), approved()).when(approval).thenUnchanged();
    }

    @Test
    void a_merger_is_not_approved_for_a_day_that_has_passed() {
        board().given(applied(WEST), applied(GATESHEAD), applied(NORTH_AND_EAST))
                .when(new DecideMerger(MERGER, true, LocalDate.of(2014, 4, 1)))
                .thenRefused(new InvalidPeriod(APPROVED_ON, LocalDate.of(2014, 4, 1)));
    }

    @Test
    void a_merger_that_was_refused_stays_so() {
        MergerRefused refused = new MergerRefused(MERGER, terms(), APPROVED_ON);
        board().given(applied(WEST))
                .when(new DecideMerger(MERGER, false, null))
                .thenAccepted(refused);
        board().given(applied(WEST), refused)
                .when(new DecideMerger(MERGER, true, MERGED_ON))
                .thenRefused(new AlreadyDecided(MERGER, APPROVED_ON));
        of(GATESHEAD)
                .given(applied(WEST), refused)
                .on(APPROVED_ON)
                .when(application())
                .thenRefused(new AlreadyDecided(MERGER, APPROVED_ON));
    }

    @Test
    void it_is_completed_as_at_the_day_that_was_approved() {
        registry()
                .on(MERGED_ON.minusDays(1))
                .when(completion())
                .thenRefused(new MergerNotDue(MERGER, "2015-04-01"));
        registry().when(completion()).thenAccepted(merged());
        registry().given(merged()).when(completion()).thenUnchanged();
        registry()
                .given(merged())
                .when(new CompleteMerger(MERGER, new CcgCode("13U"), null))
                .thenRefused(new AlreadyDecided(MERGER, MERGED_ON));
    }

    @Test
    void one_that_nobody_applied_for_or_approved_is_not_completed() {
        registry()
                .when(new CompleteMerger(new MergerId("another"), NEWCASTLE_GATESHEAD, null))
                .thenNotFound();
        Specification.of(SuccessionDecider.DECIDER)
                .given(groups())
                .given(applied(WEST))
                .by(Role.REGISTRY, new BodyRef("SYSTEM/ODS"))
                .on(MERGED_ON)
                .when(completion())
                .thenRefused(new MergerNotDue(MERGER, "not approved"));
    }

    @Test
    void a_code_that_was_used_is_not_used_again() {
        registry()
                .given(established(new CcgCode("00J")))
                .when(new CompleteMerger(MERGER, WEST, null))
                .thenRefused(new CodeInUse(WEST));
    }

    @Test
    void what_one_exercises_for_another_that_merges_with_it_is_nobody_elses_business() {
        MergerTerms neighbours =
                new MergerTerms(
                        List.of(THURROCK, NEIGHBOUR),
                        "NHS South Essex Clinical Commissioning Group",
                        DocRef.titled("Constitution"),
                        List.of(),
                        OFFICER);
        Specification.of(SuccessionDecider.DECIDER)
                .given(exercisedByNeighbour())
                .given(
                        established(THURROCK),
                        new MergerApproved(MERGER, neighbours, MERGED_ON, APPROVED_ON))
                .by(Role.REGISTRY, BodyRef.BOARD)
                .on(MERGED_ON)
                .when(completion())
                .thenAccepted(CCGMerged.class);
    }

    @Test
    void what_is_open_passes_to_the_successor() {
        registry()
                .given(admitted(WEST, SURGERY))
                .when(completion())
                .thenAccepted(
                        merged(
                                new Settlement(
                                        WEST, MatterKind.PRACTICE, SURGERY.value(), SUCCESSOR)));
    }

    @Test
    void support_ends_with_the_group_that_chose_it() {
        LocalDate until = LocalDate.of(2016, 3, 31);
        registry()
                .given(
                        support("payroll", null),
                        support("media", until),
                        support("estates", MERGED_ON.minusDays(1)))
                .given(
                        new CommissioningSupportEnded(
                                new SupportId("payroll"),
                                WEST,
                                MERGED_ON.minusDays(1),
                                null,
                                APPLIED_ON))
                .when(completion())
                .thenAccepted(merged(new Settlement(WEST, MatterKind.SUPPORT, "media", null)));
    }

    private static CommissioningSupportChosen support(String id, @Nullable LocalDate until) {
        return new CommissioningSupportChosen(
                new SupportId(id),
                WEST,
                new ServiceLine(id),
                SupportProviderKind.CSU_BACKSTOP,
                new BodyRef("CSU/0AK"),
                new Period(APPLIED_ON, until),
                new Money("1000"),
                APPLIED_ON);
    }
}
