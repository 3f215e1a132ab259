package org.ccgledger.query.decisionhistory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.query.audit.AuditedLedger.decision;
import static org.ccgledger.query.audit.AuditedLedger.fact;

import java.time.LocalDate;
import org.ccgledger.events.Actor;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationWithdrawn;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGProposed;
import org.ccgledger.query.audit.AuditedLedger;
import org.ccgledger.query.sentences.Examples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecisionHistoryProjectorTest {

    private static final CcgCode GROUP = new CcgCode("02N");
    private final AuditedLedger ledger = AuditedLedger.create();
    private final DecisionHistoryProjector projector =
            new DecisionHistoryProjector(ledger.query(), ledger.names());

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_decision_is_one_row_however_many_events_it_brought_about() {
        ledger.append(
                decision("AuthoriseCCG"),
                StreamName.application(GROUP),
                Examples.of(CCGAuthorised.class, true),
                Examples.of(ApplicationWithdrawn.class, true));

        ledger.project(1, projector);

        assertThat(ledger.rows("decision")).hasSize(1);
        assertThat(ledger.rows("decision_event")).hasSize(2);
        assertThat(ledger.rows("decision").getFirst())
                .contains(
                        "On 14 March 2013 the Board authorised some text (02N)",
                        "a-17",
                        "BOARD_AUTHORISATION",
                        "s.14C",
                        "Scheme of delegation 2012",
                        "The criteria were considered one by one",
                        "Paper 3 of 14 March 2013",
                        "{02N}");
    }

    @Test
    void a_fact_is_no_decision() {
        ledger.append(
                fact("WithdrawApplication", Actor.SYSTEM),
                StreamName.application(GROUP),
                Examples.of(ApplicationWithdrawn.class, true));

        ledger.project(10, projector);

        assertThat(ledger.rows("decision")).isEmpty();
    }

    @Test
    void a_title_uses_the_name_that_stood_at_the_time() {
        ledger.append(
                decision("WithdrawApplication"),
                StreamName.application(GROUP),
                new ApplicationWithdrawn(GROUP, LocalDate.of(2012, 6, 1)));
        ledger.append(
                decision("ProposeCCG"),
                StreamName.application(GROUP),
                Examples.of(CCGProposed.class, true));
        ledger.append(
                decision("WithdrawApplication"),
                StreamName.application(GROUP),
                new ApplicationWithdrawn(GROUP, LocalDate.of(2012, 6, 2)));

        ledger.project(10, projector);

        assertThat(
                        ledger.query()
                                .sql()
                                .sql("select title from projection.decision order by position")
                                .query(String.class)
                                .list())
                .containsExactly(
                        "On 1 June 2012 the application for the group with code 02N was withdrawn.",
                        "On 14 March 2013 1 practice applied to establish some text (02N) under the"
                                + " proposed constitution “some text”.",
                        "On 2 June 2012 the application for some text (02N) was withdrawn.");
    }

    @Test
    void replays_in_batches_of_any_size_give_the_same_rows() {
        ledger.assertReplaysAreEqual(projector, "decision", "decision_event");
    }
}
