package org.ccgledger.verifier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A ledger's rows in the order of positions, wherever they are kept.
///
/// @param <X> how it shows that they cannot be read
interface LedgerRows<X extends Exception> {

    /// A row of `ledger.command`.
    record CommandRow(long position, int eventCount, StoredLeaf.Command command) {}

    /// A tile, with the root that is stored beside it, if one is.
    record TileRow(int level, long index, byte[] hashes, byte @Nullable [] root) {}

    /// A checkpoint, its note with the cosignatures that it has.
    record CheckpointRow(long size, byte[] note) {}

    /// The last position.
    long head() throws X;

    List<CommandRow> commands(long after, long upTo) throws X;

    /// The events after a position up to another.
    ///
    /// @param commands rows at or before the first of them, and up to the last
    List<StoredLeaf> events(long after, long upTo, Map<Long, CommandRow> commands) throws X;

    /// Checkpoints by their sizes.
    List<CheckpointRow> checkpoints(long after, long upTo) throws X;

    Optional<CheckpointRow> newestCheckpoint() throws X;

    /// The facts of the events of a type behind a position.
    List<byte[]> factsBehind(long position, String type) throws X;

    List<TileRow> tiles(int level, long from, long to) throws X;

    /// The roots of complete tiles, without their hashes.
    Map<Long, byte[]> tileRoots(int level, long from, long to) throws X;

    /// Whether the tile at the right edge of a level is there while it is not complete.
    boolean hasPartialTiles();
}
