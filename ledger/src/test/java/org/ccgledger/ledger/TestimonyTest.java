package org.ccgledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ccgledger.ledger.Testimony.Contradiction;
import org.ccgledger.ledger.Testimony.Fault;
import org.ccgledger.ledger.Testimony.Sending;
import org.ccgledger.ledger.Testimony.Told;
import org.junit.jupiter.api.Test;

/// That each contradiction is found, and none where there is none.
class TestimonyTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    private final Testimony testimony = new Testimony();
    private final List<StoredEvent> ledger = new ArrayList<>();

    @Test
    void a_ledger_that_holds_what_was_told_is_not_contradicted() {
        told(A, 1, 2, new Told.Unknown());
        told(A, 3, 4, stored(1));
        told(A, 5, 6, stored(1));
        told(B, 5, 6, stored(2));
        told(new UUID(0, 3), 7, 8, new Told.NotStored(false));
        holds(A, "a", 1);
        holds(B, "b", 1);

        assertThat(contradictions()).isEmpty();
    }

    @Test
    void what_was_told_to_be_stored_must_be_there() {
        told(A, 1, 2, stored(1));

        assertThat(contradictions()).containsExactly(Contradiction.LOST);
    }

    @Test
    void and_where_and_as_it_was_told() {
        told(A, 1, 2, stored(2));
        told(B, 1, 2, new Told.Stored(Map.of(2L, "ffff"), "b"));
        holds(A, "a", 1);
        holds(B, "b", 1);

        assertThat(contradictions())
                .containsExactly(Contradiction.MISPLACED, Contradiction.MISPLACED);
    }

    @Test
    void and_once() {
        told(A, 1, 2, stored(1));
        holds(A, "a", 1);
        holds(A, "a", 2);

        assertThat(contradictions()).containsExactly(Contradiction.DOUBLED);
    }

    @Test
    void what_nobody_sent_is_not_there() {
        holds(A, "a", 1);

        assertThat(contradictions()).containsExactly(Contradiction.INVENTED);
    }

    @Test
    void what_was_told_not_to_be_stored_is_not_there() {
        told(A, 1, 2, new Told.NotStored(false));
        holds(A, "a", 1);

        assertThat(contradictions()).containsExactly(Contradiction.DENIED);
    }

    @Test
    void nor_after_a_sending_of_which_nothing_was_told() {
        told(A, 1, 2, new Told.Unknown());
        told(A, 3, 4, new Told.NotStored(true));
        holds(A, "a", 1);

        assertThat(contradictions()).containsExactly(Contradiction.DENIED);
    }

    @Test
    void what_is_sent_later_is_stored_behind() {
        told(A, 1, 2, stored(2));
        told(B, 3, 4, stored(1));
        holds(B, "b", 1);
        holds(A, "a", 1);

        assertThat(contradictions()).containsExactly(Contradiction.DISORDERED);
    }

    @Test
    void an_answer_does_not_change() {
        told(A, 1, 2, stored(1));
        told(A, 3, 4, new Told.Stored(Map.of(1L, "00"), "another answer"));
        holds(A, "a", 1);

        assertThat(contradictions()).containsExactly(Contradiction.CHANGED);
    }

    @Test
    void somebody_must_know_in_the_end() {
        told(A, 1, 2, new Told.Unknown());

        assertThat(contradictions()).containsExactly(Contradiction.UNRESOLVED);
    }

    @Test
    void positions_and_versions_have_no_gaps() {
        told(A, 1, 2, stored(1));
        told(B, 1, 2, stored(2));
        holds(A, "a", 1);
        holds(B, "a", 3);

        assertThat(contradictions()).containsExactly(Contradiction.GAP);
    }

    private void told(UUID command, long sentAt, long endedAt, Told told) {
        testimony.add(new Sending(command, sentAt, endedAt, told));
    }

    private static Told stored(long position) {
        return new Told.Stored(Map.of(position, "00"), "at " + position);
    }

    private void holds(UUID command, String stream, long version) {
        byte[] none = new byte[0];
        ledger.add(
                new StoredEvent(
                        ledger.size() + 1,
                        Instant.EPOCH,
                        stream,
                        version,
                        command,
                        0,
                        "test.A",
                        1,
                        LocalDate.EPOCH,
                        none,
                        none,
                        new byte[32]));
    }

    private List<Contradiction> contradictions() {
        return testimony.against(ledger, Set.of()).stream().map(Fault::kind).toList();
    }
}
