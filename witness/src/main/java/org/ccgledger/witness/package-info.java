/// A witness: a program that somebody else than the ledger's operator runs, so that one history is
/// shown to all (C2SP tlog-witness). It needs the JDK and module `verifier`, and shares nothing
/// with the writer of the ledger.
@org.jspecify.annotations.NullMarked
package org.ccgledger.witness;
