package org.ccgledger.command.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrowingListTest {

    @Test
    void what_grows_in_place_changes_nothing_for_who_holds_a_shorter_list() {
        GrowingList<Integer> one = GrowingList.of(List.of(1));
        GrowingList<Integer> three = one.with(List.of(2, 3));

        assertThat(one).containsExactly(1);
        assertThat(three).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> one.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> three.add(4)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void two_that_grow_from_the_same_list_do_not_meet() {
        GrowingList<Integer> common = GrowingList.of(List.of(1)).with(List.of(2));

        GrowingList<Integer> left = common.with(List.of(3));
        GrowingList<Integer> right = common.with(List.of(4)).with(List.of(5));

        assertThat(left).containsExactly(1, 2, 3);
        assertThat(right).containsExactly(1, 2, 4, 5);
        assertThat(common).containsExactly(1, 2);
    }

    @Test
    void however_they_grow_they_are_what_copies_would_be() {
        Random random = new Random(7);
        List<GrowingList<Integer>> grown = new ArrayList<>(List.of(GrowingList.of(List.of())));
        List<List<Integer>> copies = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < 2_000; i++) {
            int from = random.nextInt(4) == 0 ? random.nextInt(grown.size()) : grown.size() - 1;
            List<Integer> more = random.ints(random.nextInt(4)).boxed().toList();
            grown.add(grown.get(from).with(more));
            List<Integer> copy = new ArrayList<>(copies.get(from));
            copy.addAll(more);
            copies.add(copy);
        }

        assertThat(grown).isEqualTo(copies);
    }
}
