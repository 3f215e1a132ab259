package org.ccgledger.ledger;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Turns an append into what is stored and hashed, on the thread of the caller, so that the writer
/// has only to write.
final class AppendPreparation {

    private static final int SALT = 32;
    private static final int COMMITMENT = 32;
    private static final byte[] NO_PART = new byte[COMMITMENT];

    private final UUID ledgerId;
    private final SubjectVault vault;
    private final SecureRandom random = new SecureRandom();

    AppendPreparation(UUID ledgerId, SubjectVault vault) {
        this.ledgerId = ledgerId;
        this.vault = vault;
    }

    PreparedAppend prepare(Append request) {
        byte[] metadataCommitment = Digests.sha256(request.metadata());
        byte[] decisionCommitment = Digests.sha256(request.decision());
        List<PreparedAppend.Event> events = new ArrayList<>(request.events().size());
        for (NewEvent event : request.events()) {
            int index = events.size();
            List<PreparedAppend.Part> parts = parts(request, index, event);
            byte[] partCommitments = commitments(parts);
            List<String> tags = event.tags().stream().sorted().toList();
            EventBody body =
                    new EventBody(
                            ledgerId,
                            request.stream(),
                            request.version() + index + 1,
                            request.commandId(),
                            index,
                            event.type(),
                            event.schemaVersion(),
                            event.effectiveOn(),
                            tags,
                            Digests.sha256(event.fact()),
                            parts.isEmpty() ? NO_PART : Digests.sha256(partCommitments),
                            metadataCommitment,
                            decisionCommitment);
            events.add(new PreparedAppend.Event(event, tags, body.bytes(), partCommitments, parts));
        }
        return new PreparedAppend(request, List.copyOf(events));
    }

    /// The parts of an event, those of the decision record with the first.
    private List<PreparedAppend.Part> parts(Append request, int index, NewEvent event) {
        if (event.personal().isEmpty() && (index > 0 || request.decisionParts().isEmpty())) {
            return List.of();
        }
        List<PersonalPart> parts = new ArrayList<>(event.personal());
        if (index == 0) {
            for (PersonalPart part : request.decisionParts()) {
                parts.add(
                        new PersonalPart("decision:" + part.field(), part.subject(), part.text()));
            }
        }
        UUID eventId = Digests.eventId(request.commandId(), index);
        return parts.stream()
                .map(part -> {
                    byte[] salt = new byte[SALT];
                    random.nextBytes(salt);
                    return new PreparedAppend.Part(
                            part.field(), part.subject(), salt, vault.encrypt(eventId, part));
                })
                .toList();
    }

    private static byte[] commitments(List<PreparedAppend.Part> parts) {
        byte[] commitments = new byte[COMMITMENT * parts.size()];
        for (int number = 0; number < parts.size(); number++) {
            PreparedAppend.Part part = parts.get(number);
            System.arraycopy(
                    Digests.sha256(part.salt(), part.content()),
                    0,
                    commitments,
                    COMMITMENT * number,
                    COMMITMENT);
        }
        return commitments;
    }
}
