package org.ccgledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonGetter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.ccgledger.events.membership.MembershipEvent.PracticeTransferred;
import org.ccgledger.events.registry.AppointmentRoute;
import org.ccgledger.events.registry.RegistryEvent.AccountableOfficerAppointed;
import org.ccgledger.events.statedfigures.CountedFigure;
import org.ccgledger.events.statedfigures.FigureUnit;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;
import org.jspecify.annotations.Nullable;
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

    @Test
    void personal_parts_are_found_at_any_depth() {
        record Named(PersonalText name) {}
        record Listed(List<Named> people, @Nullable Source source) {}
        record Anything(Object value) {}
        record Boxed<T>(PersonalText name, T value) {}
        record Box(Boxed<String> box) {}
        record Row(PersonalText[] names) {}
        PersonalText text = new PersonalText(OFFICER, "A name");
        Named named = new Named(text);

        assertThat(EventJson.personal(named))
                .containsExactly(new EventJson.PersonalPart("/name", OFFICER, "A name"));
        assertThat(fields(new Listed(List.of(named, named), null)))
                .containsExactly("/people/0/name", "/people/1/name");
        assertThat(fields(new Anything(named))).containsExactly("/value/name");
        assertThat(fields(new Box(new Boxed<>(text, "")))).containsExactly("/box/name");
        assertThat(fields(new Row(new PersonalText[] {text}))).hasSize(1);
    }

    private static List<String> fields(Object value) {
        return EventJson.personal(value).stream().map(EventJson.PersonalPart::field).toList();
    }

    @Test
    void what_has_no_place_for_personal_parts_is_not_written_to_look_for_them() {
        record None(
                List<Source> sources, BigDecimal value, FigureUnit unit, int count, CcgCode ccg) {}
        record Unwritable(BigDecimal value) {
            @JsonGetter
            @Override
            @SuppressWarnings("UnusedMethod") // Whoever writes it calls it.
            public BigDecimal value() {
                throw new IllegalStateException("It is written");
            }
        }

        assertThat(
                        EventJson.personal(
                                new None(
                                        List.of(),
                                        BigDecimal.ONE,
                                        FigureUnit.CCGS,
                                        1,
                                        new CcgCode("02N"))))
                .isEmpty();
        assertThat(EventJson.personal(new Unwritable(BigDecimal.ONE))).isEmpty();
    }

    @Test
    void a_decimal_is_a_string_on_its_way_out_and_a_decimal_again_on_its_way_in() {
        var event =
                new StatedFigureRecorded(
                        new StatedFigureId("s4-directions"),
                        new Source(Source.Standing.STATED, "A press release", null),
                        "groups with directions",
                        CountedFigure.WITH_DIRECTIONS,
                        null,
                        new BigDecimal("15.50"),
                        FigureUnit.CCGS,
                        LocalDate.of(2013, 3, 14),
                        LocalDate.of(2013, 3, 15));

        byte[] fact = EventJson.fact(event);

        assertThat(new String(fact, StandardCharsets.UTF_8)).contains("\"value\":\"15.50\"");
        assertThat(EventJson.read("ccg.statedfigures.StatedFigureRecorded", 1, fact))
                .isEqualTo(event);
    }

    @Test
    void a_transfer_within_one_group_has_its_tags_all_the_same() {
        CcgCode group = new CcgCode("02N");

        assertThat(
                        new PracticeTransferred(
                                        new PracticeCode("A81001"),
                                        group,
                                        group,
                                        LocalDate.of(2013, 4, 1))
                                .tags())
                .contains(Tag.ccg(group), Tag.membership(group));
    }
}
