package org.ccgledger.standalone.england;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DealTest {

    private static Deal<String> dealTo(int a, int b, int c) {
        var places = new LinkedHashMap<String, Integer>();
        places.put("a", a);
        places.put("b", b);
        places.put("c", c);
        return new Deal<>(places);
    }

    @Test
    void heaps_fill_at_the_same_pace_and_the_earlier_wins_a_tie() {
        var deal = dealTo(2, 4, 0);
        assertThat(Stream.generate(deal::next).limit(6).toList())
                .isEqualTo(List.of("a", "b", "b", "a", "b", "b"));
    }

    @Test
    void a_full_table_deals_no_more() {
        var deal = dealTo(1, 0, 0);
        deal.next();
        assertThatThrownBy(deal::next).isInstanceOf(IllegalStateException.class);
    }
}
