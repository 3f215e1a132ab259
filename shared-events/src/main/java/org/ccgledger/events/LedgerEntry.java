package org.ccgledger.events;

/// An entry of the ledger by its place: a stream, and the version that the stream had with it.
public record LedgerEntry(String stream, int version) {}
