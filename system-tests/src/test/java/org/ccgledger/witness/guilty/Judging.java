package org.ccgledger.witness.guilty;

import org.ccgledger.ledger.proof.Checkpoint;

/// Guilty: a witness that takes the word of the one who is watched.
public record Judging(Checkpoint checkpoint) {}
