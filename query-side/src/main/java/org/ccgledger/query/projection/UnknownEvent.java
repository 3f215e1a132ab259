package org.ccgledger.query.projection;

/// The ledger holds an event that this build has no class for; it is parked until one has.
final class UnknownEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownEvent(String type, String version) {
        super("No event is named " + type + " in version " + version + " in this build");
    }
}
