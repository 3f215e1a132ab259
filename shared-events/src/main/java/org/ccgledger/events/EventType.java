package org.ccgledger.events;

/// An event's permanent name and schema version, whether it records a fact, and the class that
/// carries it today.
public record EventType(String name, int version, boolean fact, Class<? extends CcgEvent> carrier) {

    static EventType of(Class<? extends CcgEvent> carrier) {
        EventName name = carrier.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalStateException(carrier + " has no @EventName");
        }
        return new EventType(name.value(), name.version(), name.fact(), carrier);
    }
}
