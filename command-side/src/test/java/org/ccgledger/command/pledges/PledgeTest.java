package org.ccgledger.command.pledges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.ccgledger.command.committees.Established;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.pledges.PledgeCommand.LinkEvidenceToPledge;
import org.ccgledger.command.pledges.PledgeCommand.RecordPledge;
import org.ccgledger.command.pledges.PledgeRefusal.CodeInUse;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.LedgerEntry;
import org.ccgledger.events.PledgeId;
import org.ccgledger.events.Role;
import org.ccgledger.events.Source;
import org.ccgledger.events.pledges.PledgeBearing;
import org.ccgledger.events.pledges.PledgeEvent.PledgeEvidenceLinked;
import org.ccgledger.events.pledges.PledgeEvent.PledgeRecorded;
import org.junit.jupiter.api.Test;

class PledgeTest {

    private static final PledgeId VOLUNTARY = new PledgeId("voluntary");
    private static final BodyRef DEPARTMENT = new BodyRef("DH/2012");
    private static final Source DEBATE =
            new Source(Source.Standing.STATED, "Commons debate, 9 September 2014", null);
    private static final LocalDate MADE_ON = LocalDate.of(2014, 9, 9);
    private static final LedgerEntry ENTRY = new LedgerEntry("ccg:08J", 2);

    private static Specification ledger(CcgEvent... events) {
        return Specification.of(PledgeDecider.DECIDER)
                .given(Established.group())
                .given(events)
                .by(Role.AUDITOR, DEPARTMENT)
                .on(MADE_ON);
    }

    private static RecordPledge record(String text) {
        return new RecordPledge(VOLUNTARY, DEPARTMENT, "Joint committees", text, DEBATE);
    }

    private static PledgeRecorded recorded() {
        return new PledgeRecorded(
                VOLUNTARY, DEPARTMENT, "Joint committees", "Voluntary", DEBATE, MADE_ON);
    }

    private static LinkEvidenceToPledge link(LedgerEntry entry) {
        return new LinkEvidenceToPledge(VOLUNTARY, entry, PledgeBearing.CONTRADICTS);
    }

    private static PledgeEvidenceLinked linked(PledgeBearing bearing) {
        return new PledgeEvidenceLinked(VOLUNTARY, ENTRY, bearing, MADE_ON);
    }

    @Test
    void a_pledge_is_recorded_in_its_makers_words() {
        ledger().when(record("Voluntary")).thenAccepted(recorded());
        ledger(recorded()).when(record("Voluntary")).thenUnchanged();
        ledger(recorded()).when(record("Forced")).thenRefused(new CodeInUse(VOLUNTARY));
    }

    @Test
    void an_entry_that_exists_bears_on_a_pledge() {
        ledger(recorded()).when(link(ENTRY)).thenAccepted(linked(PledgeBearing.CONTRADICTS));
        ledger(recorded(), linked(PledgeBearing.CONTRADICTS)).when(link(ENTRY)).thenUnchanged();
        ledger(recorded(), linked(PledgeBearing.SUPPORTS))
                .when(link(ENTRY))
                .thenAccepted(linked(PledgeBearing.CONTRADICTS));
        ledger(recorded()).when(link(new LedgerEntry("ccg:08J", 3))).thenNotFound();
        ledger().when(link(ENTRY)).thenNotFound();
    }

    @Test
    void whoever_links_an_entry_says_why_it_bears_on_the_pledge() {
        ledger(recorded()).withoutReasons().when(link(ENTRY)).thenRefused(new ReasonsRequired());
    }

    @Test
    void an_entry_is_named_by_stream_and_version() {
        assertThat(link(ENTRY).fieldErrors()).isEmpty();
        assertThat(link(new LedgerEntry("ledger:lineage", 0)).fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/entry/stream", "/entry/version");
    }
}
