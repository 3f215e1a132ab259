package org.ccgledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventTypesTest {

    /// Guilty: an event in no family.
    record StrayEvent(LocalDate effectiveOn) implements CcgEvent {
        @Override
        public Set<Tag> tags() {
            return Set.of();
        }
    }

    private static List<Class<?>> withoutFamily(List<Class<?>> classes) {
        List<Class<? extends CcgEvent>> known =
                EventTypes.all().stream()
                        .<Class<? extends CcgEvent>>map(EventType::carrier)
                        .toList();
        return classes.stream()
                .filter(type -> CcgEvent.class.isAssignableFrom(type) && !type.isInterface())
                .filter(type -> !known.contains(type))
                .toList();
    }

    @Test
    void every_event_belongs_to_a_family() throws IOException {
        assertThat(withoutFamily(CompiledClasses.in(CompiledClasses.MAIN)))
                .as("events to be found through EventTypes.FAMILIES")
                .isEmpty();
    }

    @Test
    void an_event_in_no_family_is_found() throws IOException {
        assertThat(withoutFamily(CompiledClasses.in(CompiledClasses.TEST)))
                .contains(StrayEvent.class);
    }

    @Test
    void an_event_is_a_record_named_after_its_package() {
        assertThat(EventTypes.all())
                .allSatisfy(type -> {
                    assertThat(type.carrier()).isRecord();
                    assertThat(type.name())
                            .startsWith("ccg." + family(type.carrier()) + ".")
                            .matches("ccg\\.[a-z]+\\.[A-Z][A-Za-z]+");
                });
    }

    private static String family(Class<?> carrier) {
        return carrier.getPackageName().substring(EventTypes.class.getPackageName().length() + 1);
    }
}
