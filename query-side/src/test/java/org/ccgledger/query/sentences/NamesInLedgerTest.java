package org.ccgledger.query.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.Source;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.registry.RegistryEvent.ReferenceCCGImported;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.AppendResult.Appended;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.query.audit.AuditedLedger;
import org.junit.jupiter.api.Test;

class NamesInLedgerTest {

    private static final CcgCode AIREDALE = new CcgCode("02N");
    private static final CcgCode BRADFORD = new CcgCode("02R");

    @Test
    void names_are_those_of_the_position_whenever_they_are_asked_for() {
        try (AuditedLedger ledger = AuditedLedger.create()) {
            NamesInLedger names = ledger.names();
            long first = named(ledger, AIREDALE, "Airedale");
            assertThat(names.at(first).of(AIREDALE)).isEqualTo("Airedale (02N)");
            assertThat(names.at(first).of(BRADFORD)).isEqualTo("the group with code 02R");

            long second = named(ledger, BRADFORD, "Bradford");
            long third = named(ledger, AIREDALE, "Airedale and Wharfedale");

            assertThat(names.at(third).of(BRADFORD)).isEqualTo("Bradford (02R)");
            assertThat(names.at(third).of(AIREDALE)).isEqualTo("Airedale and Wharfedale (02N)");
            assertThat(names.at(second).of(AIREDALE)).isEqualTo("Airedale (02N)");
            assertThat(names.at(first).of(BRADFORD)).isEqualTo("the group with code 02R");
            assertThat(ledger.names().at(second).of(AIREDALE)).isEqualTo("Airedale (02N)");
        }
    }

    @Test
    void a_name_that_a_later_build_recorded_is_passed_over() {
        try (AuditedLedger ledger = AuditedLedger.create()) {
            NamesInLedger names = ledger.names();
            long first = named(ledger, AIREDALE, "Airedale");
            assertThat(names.at(first).of(AIREDALE)).isEqualTo("Airedale (02N)");

            long later = namedByALaterBuild(ledger, AIREDALE);
            long last = named(ledger, BRADFORD, "Bradford");

            assertThat(names.at(later).of(AIREDALE)).isEqualTo("Airedale (02N)");
            assertThat(names.at(last).of(BRADFORD)).isEqualTo("Bradford (02R)");
            assertThat(ledger.names().at(last).of(AIREDALE)).isEqualTo("Airedale (02N)");
        }
    }

    private static long namedByALaterBuild(AuditedLedger ledger, CcgCode code) {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        return ((Appended)
                        ledger.ledger()
                                .append(
                                        new Append(
                                                UUID.randomUUID(),
                                                new byte[32],
                                                json,
                                                json,
                                                List.of(),
                                                StreamName.ccg(code).toString(),
                                                1,
                                                List.of(
                                                        new NewEvent(
                                                                "ccg.registry.ReferenceCCGImported",
                                                                99,
                                                                LocalDate.parse("2012-10-01"),
                                                                Set.of(Tag.code(code).value()),
                                                                json,
                                                                List.of())),
                                                List.of())))
                .lastPosition();
    }

    private static long named(AuditedLedger ledger, CcgCode code, String name) {
        return ledger.append(
                AuditedLedger.fact("Test", AuditedLedger.SUB_COMMITTEE),
                StreamName.ccg(code),
                new ReferenceCCGImported(
                        code,
                        new OnsCode("E38000001"),
                        name,
                        "Area",
                        "Region",
                        new Source(Source.Standing.SYNTHETIC, "Made up", null),
                        LocalDate.parse("2012-09-01")));
    }
}
