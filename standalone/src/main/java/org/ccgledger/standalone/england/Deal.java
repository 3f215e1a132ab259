package org.ccgledger.standalone.england;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Deals one group after another to heaps of given sizes, so that all heaps fill at the same pace.
///
/// The next group goes to the heap with the largest share of its places still open, the earlier
/// heap if two are equal. Groups come in code order, so that each heap is spread over the table.
final class Deal<K> {

    private final Map<K, Integer> places;
    private final Map<K, Integer> open;

    Deal(Map<K, Integer> places) {
        this.places = new LinkedHashMap<>(places);
        this.open = new LinkedHashMap<>(places);
    }

    K next() {
        var best =
                open.entrySet().stream()
                        .filter(heap -> heap.getValue() > 0)
                        .reduce((a, b) -> share(b) > share(a) ? b : a)
                        .orElseThrow(() -> new IllegalStateException("No place is open"));
        best.setValue(best.getValue() - 1);
        return best.getKey();
    }

    private double share(Map.Entry<K, Integer> heap) {
        return (double) heap.getValue() / Objects.requireNonNull(places.get(heap.getKey()));
    }
}
