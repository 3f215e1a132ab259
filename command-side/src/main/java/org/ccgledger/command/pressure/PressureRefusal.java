package org.ccgledger.command.pressure;

import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.PressureId;
import org.ccgledger.events.pressure.PressureDecision;

/// Every rule about pressure, by the reason it gives when it says no.
sealed interface PressureRefusal extends Refusal {

    @Rule(
            title = "A report of pressure is resolved once",
            cure = "Report what has happened since under an id of its own.",
            status = 409)
    record AlreadyDecided(PressureDecision decision) implements PressureRefusal {}

    @Rule(
            title = "A report's id stands for one report",
            cure = "Give the report an id of its own.",
            status = 409)
    record CodeInUse(PressureId pressure) implements PressureRefusal {}
}
