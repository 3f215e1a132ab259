package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccgledger.ledger.Patience;
import tools.jackson.databind.JsonNode;

/// What auditors ask for that takes longer than a request.
final class Asked {

    private Asked() {}

    /// What has come of something that was taken on.
    static JsonNode done(Caller caller, Reply asked) throws Exception {
        JsonNode over = over(caller, asked);
        assertThat(state(over)).as("%s", over).isEqualTo("DONE");
        return over;
    }

    /// The same, whether it could be done or not.
    static JsonNode over(Caller caller, Reply asked) throws Exception {
        assertThat(asked.status()).as("%s", asked).isEqualTo(202);
        String location = asked.header("Location").orElseThrow();
        Patience.until(
                location + " is over",
                () -> state(caller.get(location).json()).matches("DONE|FAILED"));
        return caller.get(location).json();
    }

    private static String state(JsonNode job) {
        return job.get("state").asString();
    }
}
