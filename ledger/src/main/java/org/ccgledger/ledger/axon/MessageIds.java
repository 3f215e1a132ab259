package org.ccgledger.ledger.axon;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/// Identifiers of Axon's messages, which live as long as the process handles them and are secret to
/// nobody.
///
/// Axon's own take theirs from one secure source of random numbers, for which all handlers of the
/// process queue, twice for each event that each of them handles.
public final class MessageIds extends IdentifierFactory {

    /// For the service loader.
    public MessageIds() {}

    @Override
    public String generateIdentifier() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
