package org.ccgledger.command.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.ccgledger.command.concerns.ConcernCommand.*;
import org.ccgledger.command.concerns.ConcernRefusal.*;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.ConcernId;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.concerns.ConcernCategory;
import org.ccgledger.events.concerns.ConcernEvent.*;
import org.ccgledger.events.concerns.ConcernOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConcernTest {

    private static final ConcernId CONCERN = new ConcernId("concern-2013-5");
    private static final BodyRef TRUST = new BodyRef("PROVIDER/RWN");
    private static final PersonId PSEUDONYM = new PersonId("7d1e5c20-93fb-4a68-b0c4-2f8e6a915d37");
    private static final PersonId OTHER = new PersonId("c41f0b7e-2a6d-4d38-8e15-9b7f30a2d6e4");
    private static final LocalDate ON = LocalDate.of(2013, 6, 3);

    private static PersonalText text(PersonId subject, String text) {
        return new PersonalText(subject, text);
    }

    private static RaiseConcern raise(boolean anonymous, @Nullable PersonalText discloser) {
        return new RaiseConcern(
                CONCERN,
                TRUST,
                ConcernCategory.PATIENT_SAFETY,
                anonymous,
                discloser,
                text(PSEUDONYM, "Wards are short of staff"));
    }

    private static ConcernRaised raised() {
        return new ConcernRaised(
                CONCERN,
                TRUST,
                ConcernCategory.PATIENT_SAFETY,
                true,
                null,
                text(PSEUDONYM, "Wards are short of staff"),
                ON);
    }

    private static CloseConcern close(BodyRef body, PersonId subject) {
        return new CloseConcern(CONCERN, body, ConcernOutcome.UPHELD, text(subject, "They were"));
    }

    private static ConcernClosed closed() {
        return new ConcernClosed(
                CONCERN, TRUST, ConcernOutcome.UPHELD, text(PSEUDONYM, "They were"), ON);
    }

    private static Specification concerns() {
        return Specification.of(ConcernDecider.DECIDER).on(ON);
    }

    @Test
    void a_concern_is_raised_once_and_may_be_anonymous() {
        concerns().when(raise(true, null)).thenAccepted(raised());
        concerns().when(raise(false, text(PSEUDONYM, "A nurse"))).thenAccepted(ConcernRaised.class);
        concerns().given(raised()).when(raise(true, null)).thenRefused(new CodeInUse(CONCERN));
    }

    @Test
    void an_anonymous_concern_names_nobody_and_any_other_its_discloser() {
        assertThat(raise(true, null).fieldErrors()).isEmpty();
        assertThat(raise(false, text(PSEUDONYM, "A nurse")).fieldErrors()).isEmpty();
        assertThat(raise(true, text(PSEUDONYM, "A nurse")).fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/discloser");
        assertThat(raise(false, null).fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/discloser");
        assertThat(raise(false, text(OTHER, "A nurse")).fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/discloser/subject");
    }

    @Test
    void the_fact_holds_neither_what_was_said_nor_who_said_it() {
        ConcernRaised named =
                new ConcernRaised(
                        CONCERN,
                        TRUST,
                        ConcernCategory.PATIENT_SAFETY,
                        false,
                        text(PSEUDONYM, "A nurse"),
                        text(PSEUDONYM, "Wards are short of staff"),
                        ON);
        assertThat(new String(EventJson.fact(named), StandardCharsets.UTF_8))
                .doesNotContain("nurse", "Wards");
        assertThat(named.tags()).extracting(Object::toString).containsExactly("body:PROVIDER/RWN");
    }

    @Test
    void a_concern_is_closed_once_under_its_own_pseudonym() {
        concerns().given(raised()).when(close(TRUST, PSEUDONYM)).thenAccepted(closed());
        concerns()
                .given(raised())
                .when(close(TRUST, OTHER))
                .thenRefused(new SubjectOfAnotherConcern(CONCERN));
        concerns()
                .given(raised(), closed())
                .when(close(TRUST, PSEUDONYM))
                .thenRefused(new AlreadyDecided(ON));
        concerns().when(close(TRUST, PSEUDONYM)).thenNotFound();
        concerns().given(raised()).when(close(new BodyRef("CCG/07G"), PSEUDONYM)).thenNotFound();
    }
}
