package org.ccgledger.command.boundaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.expressions.Interested.KINGSTON;
import static org.ccgledger.command.governanceaudits.Audited.closed;
import static org.ccgledger.command.governanceaudits.Audited.reported;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.cocommissioning.CoCommissioned;
import org.ccgledger.command.decision.KnownReads;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.AssuranceBlockOverridden;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.DelegationAgreementRevoked;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.DelegationEnded;
import org.ccgledger.events.governanceaudits.AuditResult;
import org.junit.jupiter.api.Test;

class DelegationsTest {

    private static final FunctionCode CONTRACTS = new FunctionCode("gms-pms-apms-contracts");
    private static final FunctionCode OTHER = new FunctionCode("acute-commissioning");
    private static final GovernanceAuditId LATER = new GovernanceAuditId("a-later-audit");
    private static final LocalDate LIVE_ON = LocalDate.of(2015, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2015, 7, 1);

    /// What happened, as a decision would read it.
    private static Reads reads(CcgEvent... events) {
        List<CcgEvent> all = new ArrayList<>(CoCommissioned.delegated());
        all.addAll(List.of(events));
        return new KnownReads(all);
    }

    @Test
    void functions_are_delegated_from_the_day_on_which_they_go_live() {
        assertThat(DelegatedFunctions.of(KINGSTON, LIVE_ON, reads()))
                .contains(new DelegatedFunctions.Delegated(Set.of(CONTRACTS), LIVE_ON));
        assertThat(DelegatedFunctions.of(KINGSTON, LIVE_ON.minusDays(1), reads())).isEmpty();
        assertThat(DelegatedFunctions.of(new CcgCode("07G"), LIVE_ON, reads())).isEmpty();
    }

    @Test
    void functions_are_no_longer_delegated_when_it_has_ended_or_is_revoked() {
        for (CcgEvent end :
                List.of(
                        new DelegationEnded(KINGSTON, JULY),
                        new DelegationAgreementRevoked(KINGSTON, true, JULY))) {
            assertThat(DelegatedFunctions.of(KINGSTON, JULY, reads(end))).isEmpty();
            assertThat(DelegatedFunctions.of(KINGSTON, JULY.minusDays(1), reads(end))).isPresent();
        }
    }

    @Test
    void decisions_on_what_is_delegated_are_for_the_primary_care_committee() {
        assertThat(
                        DelegatedFunctions.isReservedToPrimaryCareCommittee(
                                KINGSTON, CONTRACTS, LIVE_ON, reads()))
                .isTrue();
        assertThat(
                        DelegatedFunctions.isReservedToPrimaryCareCommittee(
                                KINGSTON, OTHER, LIVE_ON, reads()))
                .isFalse();
        assertThat(
                        DelegatedFunctions.isReservedToPrimaryCareCommittee(
                                KINGSTON, CONTRACTS, LIVE_ON.minusDays(1), reads()))
                .isFalse();
    }

    @Test
    void the_performance_of_individuals_stays_with_the_board() {
        assertThat(
                        DelegatedFunctions.isReservedToBoard(
                                new FunctionCode("individual-performer-management")))
                .isTrue();
        assertThat(DelegatedFunctions.isReservedToBoard(CONTRACTS)).isFalse();
    }

    @Test
    void a_failed_audit_blocks_new_decisions_until_one_passes() {
        CcgEvent failed = reported(KINGSTON, LATER, AuditResult.FAIL, JULY);
        assertThat(DelegatedFunctions.assuranceLost(KINGSTON, JULY.minusDays(1), reads(failed)))
                .isEmpty();
        assertThat(DelegatedFunctions.assuranceLost(KINGSTON, JULY, reads(failed))).contains(LATER);

        GovernanceAuditId again = new GovernanceAuditId("audited-again");
        CcgEvent actions =
                reported(KINGSTON, again, AuditResult.PASS_WITH_ACTIONS, JULY.plusDays(30));
        CcgEvent first = closed(KINGSTON, again, 1, 1, JULY.plusDays(31));
        CcgEvent second = closed(KINGSTON, again, 2, 0, JULY.plusDays(40));
        Reads reaudited = reads(failed, actions, first, second);
        assertThat(DelegatedFunctions.assuranceLost(KINGSTON, JULY.plusDays(39), reaudited))
                .contains(LATER);
        assertThat(DelegatedFunctions.assuranceLost(KINGSTON, JULY.plusDays(40), reaudited))
                .isEmpty();
    }

    @Test
    void the_board_lets_decisions_be_taken_despite_one_audit_until_a_day() {
        LocalDate until = JULY.plusDays(90);
        CcgEvent failed = reported(KINGSTON, LATER, AuditResult.FAIL, JULY);
        Reads overridden =
                reads(
                        failed,
                        new AssuranceBlockOverridden(KINGSTON, LATER, until, JULY.plusDays(1)));
        assertThat(DelegatedFunctions.assuranceLost(KINGSTON, JULY, overridden)).contains(LATER);
        assertThat(DelegatedFunctions.assuranceLost(KINGSTON, JULY.plusDays(1), overridden))
                .isEmpty();
        assertThat(DelegatedFunctions.assuranceLost(KINGSTON, until, overridden)).isEmpty();
        assertThat(DelegatedFunctions.assuranceLost(KINGSTON, until.plusDays(1), overridden))
                .contains(LATER);
        GovernanceAuditId third = new GovernanceAuditId("a-third-audit");
        assertThat(
                        DelegatedFunctions.assuranceLost(
                                KINGSTON,
                                JULY.plusDays(2),
                                reads(
                                        failed,
                                        new AssuranceBlockOverridden(
                                                KINGSTON, LATER, until, JULY.plusDays(1)),
                                        reported(
                                                KINGSTON,
                                                third,
                                                AuditResult.FAIL,
                                                JULY.plusDays(2)))))
                .contains(third);
    }
}
