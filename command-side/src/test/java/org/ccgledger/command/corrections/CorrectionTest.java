package org.ccgledger.command.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.committees.Established.KINGSTON;

import java.time.LocalDate;
import org.ccgledger.command.committees.Established;
import org.ccgledger.command.corrections.CorrectionCommand.CorrectRecord;
import org.ccgledger.command.corrections.CorrectionRefusal.CodeInUse;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CorrectionId;
import org.ccgledger.events.LedgerEntry;
import org.ccgledger.events.Role;
import org.ccgledger.events.corrections.CorrectionEvent.RecordCorrected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectionTest {

    private static final CorrectionId ID = new CorrectionId("08J-correction-1");
    private static final LocalDate ON = LocalDate.of(2015, 6, 1);

    private static Specification ledger(CcgEvent... events) {
        return Specification.of(CorrectionDecider.DECIDER)
                .given(Established.group())
                .given(events)
                .by(Role.AUDITOR, new BodyRef("DH/2012"))
                .on(ON);
    }

    private static CorrectRecord correct(String stream, int version, @Nullable CcgCode ccg) {
        return new CorrectRecord(
                ID,
                new LedgerEntry(stream, version),
                ccg,
                "name",
                "NHS Kingston Clinical Commissioning Group",
                "NHS Kingston CCG");
    }

    private static RecordCorrected corrected(int version, @Nullable CcgCode ccg) {
        return new RecordCorrected(
                ID,
                new LedgerEntry("ccg:08J", version),
                ccg,
                "name",
                "NHS Kingston Clinical Commissioning Group",
                "NHS Kingston CCG",
                ON);
    }

    @Test
    void what_is_wrong_is_said_beside_the_entry() {
        ledger().when(correct("ccg:08J", 1, null)).thenAccepted(corrected(1, null));
        ledger().when(correct("ccg:08J", 2, KINGSTON)).thenAccepted(corrected(2, KINGSTON));
        ledger(corrected(1, null)).when(correct("ccg:08J", 1, null)).thenUnchanged();
    }

    @Test
    void what_is_corrected_exists() {
        ledger().when(correct("ccg:08J", 3, null)).thenNotFound();
        ledger().when(correct("ccg:02N", 1, null)).thenNotFound();
    }

    @Test
    void a_group_corrects_what_concerns_it() {
        CcgCode another = new CcgCode("02N");
        ledger().when(correct("ccg:08J", 1, another)).thenNotFound();
        assertThat(correct("ccg:08J", 1, another).senders()).containsExactly(BodyRef.ccg(another));
        assertThat(correct("ccg:08J", 1, null).senders()).isEmpty();
    }

    @Test
    void a_correction_says_why() {
        ledger().withoutReasons()
                .when(correct("ccg:08J", 1, null))
                .thenRefused(new ReasonsRequired());
    }

    @Test
    void an_id_stands_for_one_correction() {
        ledger(corrected(1, null)).when(correct("ccg:08J", 2, null)).thenRefused(new CodeInUse(ID));
    }

    @Test
    void an_entry_is_named_by_stream_and_version_and_is_not_the_ledgers_own() {
        assertThat(correct("ccg:08J", 1, null).fieldErrors()).isEmpty();
        assertThat(
                        new CorrectRecord(ID, new LedgerEntry("08J", 0), null, "name", "A", "A")
                                .fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/entry/stream", "/entry/version", "/right");
        assertThat(correct("ledger:lineage", 1, null).fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/entry/stream");
    }
}
