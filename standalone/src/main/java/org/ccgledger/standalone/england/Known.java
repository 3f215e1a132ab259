package org.ccgledger.standalone.england;

/// A value together with how it is known.
public record Known<T>(T value, Provenance provenance) {

    static <T> Known<T> stated(T value, String source) {
        return new Known<>(value, Provenance.stated(source));
    }

    static <T> Known<T> derived(T value, String inference) {
        return new Known<>(value, Provenance.derived(inference));
    }

    static <T> Known<T> assumed(T value, String rule) {
        return new Known<>(value, Provenance.assumed(rule));
    }
}
