package org.ccgledger.command.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MostRecentTest {

    private final MostRecent<Integer, Integer> memory = new MostRecent<>();

    @Test
    void what_was_used_the_longest_ago_is_forgotten_first() {
        for (int i = 0; i < 10_000; i++) {
            int value = i;
            memory.replace(i, _ -> value);
        }
        assertThat(memory.get(0)).isZero();

        memory.replace(10_000, _ -> 10_000);

        assertThat(memory.get(1)).isNull();
        assertThat(memory.get(0)).isZero();
        assertThat(memory.get(2)).isEqualTo(2);
        assertThat(memory.get(10_000)).isEqualTo(10_000);
    }

    @Test
    void nothing_in_the_place_of_a_value_forgets_it() {
        memory.replace(1, _ -> 1);
        memory.replace(1, _ -> null);

        assertThat(memory.get(1)).isNull();
    }

    @Test
    void no_change_that_many_make_at_once_is_lost() {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(_ ->
                            callers.execute(() ->
                                    IntStream.range(0, 10_000)
                                            .forEach(_ ->
                                                    memory.replace(
                                                            1,
                                                            before ->
                                                                    before == null
                                                                            ? 1
                                                                            : before + 1))));
        }

        assertThat(memory.get(1)).isEqualTo(80_000);
    }
}
