package org.ccgledger.witness;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ccgledger.verifier.CheckpointText;
import org.ccgledger.verifier.NoteKey;
import org.ccgledger.verifier.SignedNote;
import org.ccgledger.verifier.TreeProofs;

/// Decides whether a checkpoint is cosigned: if a log signed it, and it extends the last one of
/// that log that was.
///
/// One request is looked at after another, and the new checkpoint is durable before anything is
/// signed, so no two that contradict each other are ever cosigned.
final class Cosigner {

    private final LogKeys logs;
    private final Heads heads;
    private final WitnessKeys keys;
    private final Clock clock;
    private final Consumer<String> alarm;
    private final ReentrantLock lock = new ReentrantLock();

    /// @param alarm hears, in a line, of every checkpoint that contradicts an earlier one
    Cosigner(LogKeys logs, Heads heads, WitnessKeys keys, Clock clock, Consumer<String> alarm) {
        this.logs = logs;
        this.heads = heads;
        this.keys = keys;
        this.clock = clock;
        this.alarm = alarm;
    }

    /// Answers a request.
    ///
    /// @throws IOException if what is needed cannot be read or written; then nothing is cosigned
    Answer add(byte[] body) throws IOException {
        AddCheckpoint request;
        try {
            request = AddCheckpoint.parse(body);
        } catch (AddCheckpoint.Malformed e) {
            return Answer.refused(400, e.why());
        }
        CheckpointText checkpoint = request.checkpoint();
        if (!logs.has(checkpoint.origin())) {
            return Answer.refused(404, "This witness does not look after that log");
        }
        List<NoteKey> trusted = logs.of(checkpoint.origin(), checkpoint.size());
        try {
            request.note().signers(trusted);
        } catch (SignedNote.Rejected e) {
            return Answer.refused(403, "The log has not signed that: " + e.why());
        }
        if (request.old() > checkpoint.size()) {
            return Answer.refused(400, "The old size is greater than that of the checkpoint");
        }
        lock.lock();
        try {
            return extend(request);
        } finally {
            lock.unlock();
        }
    }

    private Answer extend(AddCheckpoint request) throws IOException {
        CheckpointText checkpoint = request.checkpoint();
        CheckpointText head = heads.of(checkpoint.origin());
        if (request.old() != head.size()) {
            return Answer.holds(head.size());
        }
        if (checkpoint.size() == head.size()
                && !MessageDigest.isEqual(checkpoint.root(), head.root())) {
            alarm.accept(contradiction(request.note()));
            return Answer.holds(head.size());
        }
        if (!TreeProofs.isExtended(
                head.size(), head.root(), checkpoint.size(), checkpoint.root(), request.proof())) {
            alarm.accept(contradiction(request.note()));
            return Answer.refused(
                    422, "The proof does not lead from the tree of size " + head.size());
        }
        heads.remember(request.note().text(), checkpoint.origin());
        return Answer.cosigned(keys.cosign(request.note().text(), clock.instant()));
    }

    /// A log may have sent a wrong proof by mistake; two signed roots are no mistake.
    private static String contradiction(SignedNote note) {
        return "Not cosigned, for it does not extend what was cosigned before: "
                + note.text().strip().replace('\n', ' ');
    }
}
