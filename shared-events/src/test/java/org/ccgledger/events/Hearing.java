package org.ccgledger.events;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// An event that has changed twice, for the tests of those who read: a place was called a venue,
/// and then it was said whether the hearing was open.
public final class Hearing {

    /// Its name in all three versions.
    public static final String NAME = "ccg.hearings.HearingHeld";

    /// Reads the three versions, and no other event.
    public static final EventReader READER =
            new EventReader(
                    List.of(EventType.of(HearingHeld.class)),
                    List.of(
                            new Upcaster(NAME, 1, Hearing::renamed),
                            new Upcaster(NAME, 2, json -> json.put("open", true))));

    private Hearing() {}

    /// The third version.
    @EventName(value = NAME, version = 3)
    public record HearingHeld(CcgCode ccg, String venue, boolean open, LocalDate effectiveOn)
            implements CcgEvent {
        @Override
        public Set<Tag> tags() {
            return Set.of(Tag.ccg(ccg));
        }
    }

    /// As a version was written; the fourth is one of a later build.
    public static byte[] written(int version) {
        String middle =
                switch (version) {
                    case 1 -> "\"place\": \"Town hall\"";
                    case 2 -> "\"venue\":\"Town hall\"";
                    case 3 -> "\"venue\":\"Town hall\",\"open\":false";
                    default -> "\"venue\":{\"name\":\"Town hall\"},\"open\":false";
                };
        return ("{\"ccg\":\"02N\"," + middle + ",\"effectiveOn\":\"2013-04-01\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// What one of the three versions is read as.
    public static HearingHeld read(int version) {
        return new HearingHeld(
                new CcgCode("02N"), "Town hall", version < 3, LocalDate.of(2013, 4, 1));
    }

    private static ObjectNode renamed(ObjectNode json) {
        json.set("venue", json.remove("place"));
        return json;
    }
}
