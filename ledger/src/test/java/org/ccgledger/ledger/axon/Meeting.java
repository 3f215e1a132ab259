package org.ccgledger.ledger.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An aggregate as Axon's users write one, to show that it lives on the ledger.
class Meeting {

    record OpenMeeting(@TargetAggregateIdentifier String id) {}

    record CarryMotion(@TargetAggregateIdentifier String id, String motion) {}

    record MeetingOpened(String id) {}

    record MotionCarried(String id, String motion) {}

    record NoticeGiven(String of) {}

    private record Kind(String name, int version, Class<?> carrier) {}

    static final String CARRIED = "test.MotionCarried";

    private static final List<Kind> KINDS =
            List.of(
                    new Kind("test.MeetingOpened", 1, MeetingOpened.class),
                    new Kind(CARRIED, 1, MotionCarried.class),
                    new Kind(CARRIED, 2, MotionCarried.class),
                    new Kind("test.NoticeGiven", 1, NoticeGiven.class));

    // Only Axon reads it.
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private int motions;

    Meeting() {}

    @CommandHandler
    Meeting(OpenMeeting command) {
        apply(new MeetingOpened(command.id()));
    }

    @CommandHandler
    int carry(CarryMotion command) {
        apply(new MotionCarried(command.id(), command.motion()));
        return motions;
    }

    @EventSourcingHandler
    void on(MeetingOpened event) {
        id = event.id();
    }

    @EventSourcingHandler
    void on(MotionCarried event) {
        motions++;
    }

    /// The events under names of their own, the rest as `others` writes it.
    ///
    /// What is a motion now was a resolution in its first version.
    static Serializer serializer(Serializer others) {
        return new NamedEventSerializer(
                EventNames.of(
                        KINDS,
                        Kind::name,
                        Kind::version,
                        Kind::carrier,
                        JsonMapper.shared()::writeValueAsBytes,
                        Meeting::read),
                others);
    }

    private static Object read(String name, int version, byte[] fact) {
        JsonNode json = JsonMapper.shared().readTree(fact);
        Kind kind =
                KINDS.stream()
                        .filter(known -> known.name.equals(name) && known.version == version)
                        .findFirst()
                        .orElseThrow();
        return JsonMapper.shared()
                .treeToValue(
                        kind.name.equals(CARRIED) && version == 1
                                ? renamed((ObjectNode) json)
                                : json,
                        kind.carrier);
    }

    private static ObjectNode renamed(ObjectNode json) {
        json.set("motion", json.remove("resolution"));
        return json;
    }
}
