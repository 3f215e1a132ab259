package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// What auditors ask for that takes longer than a request.
final class Asked {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Asked() {}

    /// What has come of something that was taken on.
    static JsonNode done(Caller caller, Reply asked) throws InterruptedException {
        JsonNode over = over(caller, asked);
        assertThat(over.get("state").asString()).as("%s", over).isEqualTo("DONE");
        return over;
    }

    /// The same, whether it could be done or not.
    static JsonNode over(Caller caller, Reply asked) throws InterruptedException {
        assertThat(asked.status()).as("%s", asked).isEqualTo(202);
        String location = asked.header("Location").orElseThrow();
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode job;
        do {
            Thread.sleep(100);
            job = caller.get(location).json();
        } while (!job.get("state").asString().matches("DONE|FAILED")
                && Instant.now().isBefore(end));
        return job;
    }
}
