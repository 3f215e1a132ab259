package org.ccgledger.query.http;

/// The same question at two points of time travel, of which the difference is asked for.
///
/// @param to the point of `asOf` and `knownAt`
record Span(Question from, Question to) {

    static final String FROM_AS_OF = "fromAsOf";
    static final String FROM_KNOWN_AT = "fromKnownAt";
}
