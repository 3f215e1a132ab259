package org.ccgledger.system.guilty;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/// Guilty: cannot be made without a container.
public final class Injected {

    @Autowired @Nullable Clock clock;
}
