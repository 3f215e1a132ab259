package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.Interposed;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.PersonalPart;
import org.ccgledger.verifier.AuditReport;
import org.ccgledger.verifier.LedgerAudit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What goes on in a ledger while it is audited raises no alarm.
class AuditMeanwhileTest {

    private static final int EVENTS = 3_000;
    private static final UUID PERSON = new UUID(0, 1948);

    private final LongLedger ledger = LongLedger.of(EVENTS);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_ledger_that_grows_and_is_signed_between_any_two_statements_is_in_order()
            throws Exception {
        AtomicInteger times = new AtomicInteger(5);
        AtomicBoolean busy = new AtomicBoolean();
        Runnable grow =
                () -> {
                    if (!busy.getAndSet(true) && times.getAndDecrement() > 0) {
                        ledger.grow((int) ledger.ledger().head() + 3);
                    }
                    busy.set(false);
                };
        try (Connection auditor =
                Interposed.around(ledger.database().as("test_auditor"), grow).getConnection()) {
            AuditReport report = audit(auditor, (_, _) -> {});

            assertThat(report.faults()).isEmpty();
            assertThat(report.events()).isGreaterThan(EVENTS);
        }
        assertThat(times.get()).isNegative();
    }

    @Test
    void what_is_erased_before_it_is_read_is_accounted_for() throws Exception {
        append(
                "group:said",
                "ccg.groups.Said",
                "{\"words\":{\"subject\":\"" + PERSON + "\"}}",
                List.of(new PersonalPart("/words", PERSON, "In words")));
        AtomicBoolean erased = new AtomicBoolean();
        try (Connection auditor = ledger.database().as("test_auditor").getConnection()) {
            AuditReport report =
                    audit(
                            auditor,
                            (_, _) -> {
                                if (!erased.getAndSet(true)) {
                                    erase();
                                }
                            });

            assertThat(report.faults()).isEmpty();
            assertThat(report.events()).isEqualTo(EVENTS + 1);
            assertThat(report.erasedParts()).isOne();
            assertThat(report.notChecked())
                    .contains(
                            "Events behind position %d, among which erasures account for what is gone: personal parts, 1 of them."
                                    .formatted(EVENTS + 1));
        }
    }

    private AuditReport audit(Connection auditor, LedgerAudit.Progress progress) throws Exception {
        return LedgerAudit.run(
                auditor, new LedgerAudit.Given(ledger.policy(), null, null), progress);
    }

    private void erase() {
        append(
                "personal-data:" + PERSON,
                "ccg.erasures.PersonalDataErased",
                "{\"person\":\"" + PERSON + "\"}",
                List.of());
        JdbcClient.create(ledger.database().owner())
                .sql("delete from ledger.personal where subject = ?")
                .param(PERSON)
                .update();
    }

    private void append(String stream, String type, String fact, List<PersonalPart> parts) {
        NewEvent event = new NewEvent(type, 1, LocalDate.EPOCH, Set.of(), utf8(fact), parts);
        ledger.ledger()
                .append(
                        new Append(
                                UUID.randomUUID(),
                                new byte[32],
                                utf8("{}"),
                                utf8("{}"),
                                List.of(),
                                stream,
                                0,
                                List.of(event),
                                List.of()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
