package org.ccgledger.command.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ccgledger.command.conditions.ConditionCommand.RecordReviewOverdue;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Authority;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Source;
import org.junit.jupiter.api.Test;

class BesideTest {

    private static final LocalDate DAY = LocalDate.of(2013, 6, 15);
    private static final Authority REVIEW = Authority.of("SI 2012/1631", "reg 8(6)");
    private static final Source MADE_UP = new Source(Source.Standing.SYNTHETIC, "Made up", null);

    private static Envelope envelope(Beside beside) {
        return beside.envelope(
                UUID.fromString("5f0c8c1e-6f4b-8a5e-9a51-2f3c8f0e0000"),
                "a-key",
                new RecordReviewOverdue(new CcgCode("07G")),
                "a-correlation",
                null);
    }

    private static String body(Beside beside) {
        return new String(envelope(beside).body(), StandardCharsets.UTF_8);
    }

    @Test
    void the_body_holds_the_commands_fields_and_what_is_said_beside_them() {
        assertThat(body(new Beside(Actor.SYSTEM, DAY)))
                .isEqualTo("{\"ccg\":\"07G\",\"effectiveOn\":\"2013-06-15\"}");
        assertThat(
                        body(
                                new Beside(Actor.SYSTEM, DAY)
                                        .under(REVIEW)
                                        .because("Three months have passed.")
                                        .on(List.of(DocRef.titled("Letter")))
                                        .knownFrom(MADE_UP)))
                .isEqualTo(
                        "{\"ccg\":\"07G\",\"effectiveOn\":\"2013-06-15\","
                                + "\"authority\":{\"instrument\":\"SI 2012/1631\",\"provision\":\"reg 8(6)\"},"
                                + "\"reasons\":\"Three months have passed.\","
                                + "\"evidence\":[{\"title\":\"Letter\"}],"
                                + "\"source\":{\"standing\":\"SYNTHETIC\",\"citation\":\"Made up\"}}");
    }

    @Test
    void the_envelope_says_the_same_as_its_body() {
        Envelope envelope =
                envelope(
                        new Beside(Actor.SYSTEM, DAY)
                                .under(REVIEW)
                                .because("Three months have passed.")
                                .on(List.of(DocRef.titled("Letter")))
                                .knownFrom(MADE_UP));

        assertThat(envelope.effectiveOn()).isEqualTo(DAY);
        assertThat(envelope.authority()).isEqualTo(REVIEW);
        assertThat(envelope.reasons()).isEqualTo("Three months have passed.");
        assertThat(envelope.evidence()).containsExactly(DocRef.titled("Letter"));
        assertThat(envelope.source()).isEqualTo(MADE_UP);
        assertThat(envelope.expectedVersion()).isEmpty();
    }
}
