package org.ccgledger.standalone.england;

import java.time.LocalDate;

/// A group's move to a later wave.
///
/// @param to the later wave
/// @param on the day, always assumed; the provenance speaks of the move itself
/// @param submitted whether the group had already submitted its application in the wave it leaves
public record WaveMove(int from, int to, LocalDate on, boolean submitted, Provenance provenance) {}
