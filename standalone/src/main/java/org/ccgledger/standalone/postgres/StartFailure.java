package org.ccgledger.standalone.postgres;

import org.jspecify.annotations.Nullable;

/// A start that cannot go on. The message is one sentence that says what to do about it.
public abstract sealed class StartFailure extends RuntimeException
        permits UnusableDataFolder, ServerNotStarted {

    StartFailure(String sentence) {
        super(sentence);
    }

    StartFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
