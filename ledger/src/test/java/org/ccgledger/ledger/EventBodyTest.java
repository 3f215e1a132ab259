package org.ccgledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventBodyTest {

    private static final int MOST = 65_535;

    private static EventBody body(int commandIndex, int schemaVersion, List<String> tags) {
        return new EventBody(
                new UUID(1, 1),
                "counter:1",
                1,
                new UUID(2, 2),
                commandIndex,
                "counted",
                schemaVersion,
                LocalDate.of(2013, 4, 1),
                tags,
                new byte[32],
                new byte[32],
                new byte[32],
                new byte[32]);
    }

    private static List<String> tags(int number) {
        return IntStream.range(0, number).mapToObj("t%05d"::formatted).toList();
    }

    private static long differing(byte[] one, byte[] other) {
        assertThat(one).hasSameSizeAs(other);
        return IntStream.range(0, one.length).filter(i -> one[i] != other[i]).count();
    }

    @Test
    void the_largest_numbers_that_fit_two_bytes_are_written() {
        byte[] least = body(0, 0, tags(0)).bytes();

        assertThat(differing(body(MOST, 0, tags(0)).bytes(), least)).isEqualTo(2);
        assertThat(differing(body(0, MOST, tags(0)).bytes(), least)).isEqualTo(2);
        assertThat(body(0, 0, tags(MOST)).bytes()).hasSize(least.length + MOST * 8);
    }

    @Test
    void a_number_that_two_bytes_do_not_hold_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(body(MOST + 1, 1, tags(0))::bytes)
                .withMessage("The index 65536 within a command does not fit an event");
        assertThatIllegalArgumentException()
                .isThrownBy(body(-1, 1, tags(0))::bytes)
                .withMessage("The index -1 within a command does not fit an event");
        assertThatIllegalArgumentException()
                .isThrownBy(body(0, MOST + 1, tags(0))::bytes)
                .withMessage("The schema version 65536 does not fit an event");
        assertThatIllegalArgumentException()
                .isThrownBy(body(0, 1, tags(MOST + 1))::bytes)
                .withMessage("The number of tags, 65536, does not fit an event");
    }

    @Test
    void text_whose_length_two_bytes_do_not_hold_is_refused() {
        EventBody body = body(0, 1, List.of("t".repeat(MOST + 1)));

        assertThatIllegalArgumentException()
                .isThrownBy(body::bytes)
                .withMessage("Text of 65536 bytes does not fit an event");
    }
}
