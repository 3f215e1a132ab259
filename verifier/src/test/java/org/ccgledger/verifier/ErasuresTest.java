package org.ccgledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ccgledger.verifier.AuditReport.Fault;
import org.junit.jupiter.api.Test;

class ErasuresTest {

    private static final String ONE = "6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11";
    private static final String OTHER = "0b1f3c8e-7d52-4a9d-8c51-1f2e3d4c5b6a";

    private final Erasures erasures = new Erasures();
    private long position;

    @Test
    void a_part_is_accounted_for_by_a_later_erasure_of_its_subject() {
        event(about(ONE) + about(OTHER), "", 2);
        erased(ONE);
        assertThat(unaccounted()).containsExactly("position 1: personal part 1");
        assertThat(erasures.accountedFor()).isEqualTo(1);
        erased(OTHER);
        assertThat(unaccounted()).isEmpty();
        assertThat(erasures.accountedFor()).isEqualTo(2);
    }

    @Test
    void what_was_recorded_after_an_erasure_is_not_accounted_for_by_it() {
        erased(ONE);
        event(about(ONE), "", 1);
        assertThat(unaccounted()).containsExactly("position 2: personal part 0");
    }

    @Test
    void the_parts_of_a_decision_record_stand_behind_those_of_the_fact() {
        event(about(OTHER), about(ONE), 2);
        erased(ONE);
        assertThat(unaccounted()).containsExactly("position 1: personal part 0");
    }

    @Test
    void where_more_are_named_than_there_were_parts_any_may_be_the_one() {
        event(about(ONE) + about(OTHER), "", 1);
        erased(OTHER);
        assertThat(unaccounted()).isEmpty();
        assertThat(erasures.accountedFor()).isEqualTo(1);
    }

    @Test
    void who_stands_within_a_text_is_no_subject() {
        event("{\"text\":\"{\\\"subject\\\":\\\"" + ONE + "\\\"}\"}", "", 1);
        erased(ONE);
        assertThat(unaccounted()).hasSize(1);
    }

    @Test
    void another_event_about_the_person_accounts_for_nothing() {
        event(about(ONE), "", 1);
        erasures.event(leaf("ccg.erasures.ErasureDeclined", person(ONE), "", 0));
        assertThat(unaccounted()).hasSize(1);
    }

    private void event(String fact, String decision, int parts) {
        erasures.event(leaf("ccg.test.Happened", fact, decision, parts));
    }

    private void erased(String person) {
        erasures.event(leaf("ccg.erasures.PersonalDataErased", person(person), "", 0));
    }

    private static String person(String person) {
        return "{\"approvers\":[\"" + OTHER + "\"],\"person\":\"" + person + "\"}";
    }

    private static String about(String subject) {
        return "{\"name\":{\"subject\":\"" + subject + "\"}}";
    }

    /// An event that had parts, none of which is there.
    private StoredLeaf leaf(String type, String fact, String decision, int parts) {
        position++;
        return new StoredLeaf(
                position,
                Instant.EPOCH,
                "stream:1",
                position,
                0,
                type,
                1,
                LocalDate.EPOCH,
                new byte[0],
                bytes(fact),
                new byte[parts * LeafCheck.HASH],
                new byte[0],
                new StoredLeaf.Command(UUID.randomUUID(), new byte[0], bytes(decision)),
                List.of(),
                List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> unaccounted() {
        Faults faults = new Faults();
        erasures.unaccounted(faults);
        return faults.named().stream()
                .map(Fault::toString)
                .map(fault -> fault.replaceFirst(" is not accounted for.*", ""))
                .toList();
    }
}
