package org.ccgledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ccgledger.events.EventReader.UnknownEventType;
import org.ccgledger.events.Hearing.HearingHeld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final EventType TODAY = EventType.of(HearingHeld.class);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void every_version_is_read_as_what_is_written_today(int version) {
        assertThat(Hearing.READER.read(Hearing.NAME, version, Hearing.written(version)))
                .isEqualTo(Hearing.read(version));
        assertThat(Hearing.READER.type(Hearing.NAME, version))
                .isEqualTo(new EventType(Hearing.NAME, version, false, HearingHeld.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void a_version_that_nobody_has_said_how_to_read_is_unknown(int version) {
        assertThatThrownBy(
                        () -> Hearing.READER.read(Hearing.NAME, version, Hearing.written(version)))
                .isInstanceOf(UnknownEventType.class)
                .hasMessage(
                        "No event is named ccg.hearings.HearingHeld in version %d in this build"
                                .formatted(version));
    }

    @Test
    void all_versions_that_are_read_are_told() {
        assertThat(Hearing.READER.types())
                .extracting(EventType::version)
                .containsExactlyInAnyOrder(1, 2, 3);
        assertThat(EventTypes.READER.types()).containsAll(EventTypes.all());
    }

    @Test
    void an_upcaster_that_leads_nowhere_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader(new Upcaster(Hearing.NAME, 1, json -> json)))
                .withMessage(
                        "Nothing reads what the upcaster of ccg.hearings.HearingHeld makes of"
                                + " version 1");
    }

    @Test
    void a_version_is_read_in_one_way() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        reader(
                                new Upcaster(Hearing.NAME, 2, json -> json),
                                new Upcaster(Hearing.NAME, 2, json -> json)))
                .withMessageContaining(
                        "Version 2 of ccg.hearings.HearingHeld would be read in two");
    }

    private static EventReader reader(Upcaster... upcasters) {
        return new EventReader(List.of(TODAY), List.of(upcasters));
    }
}
