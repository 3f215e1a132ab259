package org.ccgledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.ccgledger.events.registry.AppointmentRoute;
import org.ccgledger.events.registry.RegistryEvent.AccountableOfficerAppointed;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    private static final PersonId OFFICER = new PersonId("6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11");

    @Test
    void a_fact_holds_the_subject_and_the_text_goes_apart() {
        var event =
                new AccountableOfficerAppointed(
                        new CcgCode("02N"),
                        OFFICER,
                        new PersonalText(OFFICER, "A name"),
                        LocalDate.of(2013, 4, 1),
                        AppointmentRoute.NOMINATION,
                        LocalDate.of(2013, 4, 1));

        var written = EventJson.write(event);

        assertThat(new String(written.fact(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {"ccg":"02N","person":"6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11",\
                        "name":{"subject":"6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11"},\
                        "from":"2013-04-01","by":"NOMINATION","effectiveOn":"2013-04-01"}\
                        """);
        assertThat(written.personal())
                .containsExactly(new EventJson.PersonalPart("/name", OFFICER, "A name"));
        assertThat(EventJson.read("ccg.registry.AccountableOfficerAppointed", 1, written.fact()))
                .isEqualTo(
                        new AccountableOfficerAppointed(
                                event.ccg(),
                                OFFICER,
                                new PersonalText(OFFICER, null),
                                event.from(),
                                event.by(),
                                event.effectiveOn()));
    }
}
