package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.InstrumentId;
import org.ccgledger.events.PowerCode;
import org.ccgledger.events.Tag;
import org.ccgledger.events.instruments.GivenPower;
import org.ccgledger.events.instruments.InstrumentEvent.InstrumentMade;
import org.ccgledger.events.instruments.InstrumentEvent.InstrumentRevoked;
import org.ccgledger.events.instruments.PowerManner;

/// Which powers of the Act are in force, and how they may be exercised.
public final class Powers {

    /// What the Act gives without an instrument, by the day from which it does. NHS Act 2006
    /// s.13Z(4): the Board and groups by joint committee, for the Board's functions; groups
    /// exercise functions from 1 April 2013.
    private static final Map<GivenPower, LocalDate> IN_THE_ACT =
            Map.of(
                    new GivenPower(new PowerCode("13Z"), PowerManner.BY_JOINT_COMMITTEE),
                    LocalDate.of(2013, 4, 1));

    private Powers() {}

    /// Whether the Act itself, or an instrument that is in force on the day, gives the power.
    @Upholds(
            id = "H5",
            title =
                    "A decision that relies on a power asks whether it is in force on the day from which it counts")
    public static boolean isInForce(GivenPower power, LocalDate on, Reads reads) {
        LocalDate always = IN_THE_ACT.get(power);
        return always == null ? isGiven(power, on, reads) : !on.isBefore(always);
    }

    /// NHS Act 2006 s.14Z3(2A) and s.14Z9(4), as instruments amend it.
    @Upholds(
            id = "K11",
            title =
                    "An instrument gives its powers from the day on which it comes into force to its revocation")
    private static boolean isGiven(GivenPower power, LocalDate on, Reads reads) {
        Map<InstrumentId, Boolean> inForce = new HashMap<>();
        for (CcgEvent event :
                reads.tagged(
                        Tag.power(power.power()),
                        List.of(InstrumentMade.class, InstrumentRevoked.class))) {
            switch (event) {
                case InstrumentMade made ->
                        inForce.put(
                                made.instrument(),
                                made.powers().contains(power) && !made.inForceOn().isAfter(on));
                case InstrumentRevoked revoked when !revoked.revokedFrom().isAfter(on) ->
                        inForce.put(revoked.instrument(), false);
                case CcgEvent _ -> {}
            }
        }
        return inForce.containsValue(true);
    }
}
