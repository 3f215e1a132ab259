package org.ccgledger.events.registry;

/// How an accountable officer came to be appointed.
public enum AppointmentRoute {
    /// On the group's nomination, NHS Act 2006 Sch 1A para 12.
    NOMINATION,
    /// By direction, NHS Act 2006 s.14Z21.
    DIRECTION
}
