package org.ccgledger.command.instruments;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.InstrumentId;
import org.ccgledger.events.PowerCode;
import org.ccgledger.events.SiNumber;
import org.ccgledger.events.instruments.GivenPower;
import org.ccgledger.events.instruments.House;
import org.ccgledger.events.instruments.InstrumentEvent.*;
import org.ccgledger.events.instruments.PowerManner;
import org.ccgledger.events.instruments.Procedure;

/// The legislative reform order of 2014 that lets groups form joint committees, for tests.
public final class Orders {

    public static final InstrumentId ORDER = new InstrumentId("lro-ccgs-2014");
    public static final SiNumber NUMBER = new SiNumber("2014/2436");
    public static final LocalDate LAID_ON = LocalDate.of(2014, 3, 13);
    public static final LocalDate DIVIDED_ON = LocalDate.of(2014, 9, 9);
    public static final LocalDate MADE_ON = LocalDate.of(2014, 9, 10);
    public static final LocalDate IN_FORCE_ON = LocalDate.of(2014, 10, 1);
    public static final List<GivenPower> POWERS =
            List.of(
                    new GivenPower(new PowerCode("14Z3"), PowerManner.BY_JOINT_COMMITTEE),
                    new GivenPower(new PowerCode("14Z9"), PowerManner.BY_JOINT_COMMITTEE));

    private Orders() {}

    static InstrumentLaid laid(Procedure procedure) {
        return new InstrumentLaid(
                ORDER,
                "Legislative Reform (Clinical Commissioning Groups) Order 2014",
                "Legislative and Regulatory Reform Act 2006 s.1",
                procedure,
                POWERS,
                LAID_ON);
    }

    static DivisionRecorded divided() {
        return new DivisionRecorded(ORDER, House.COMMONS, 276, 152, 124, DIVIDED_ON);
    }

    static HouseApproved approved(House house, boolean withoutDivision) {
        return new HouseApproved(ORDER, house, withoutDivision, DIVIDED_ON);
    }

    public static InstrumentMade made() {
        return new InstrumentMade(ORDER, NUMBER, POWERS, IN_FORCE_ON, MADE_ON);
    }

    public static InstrumentRevoked revoked(LocalDate from) {
        return new InstrumentRevoked(ORDER, null, POWERS, from, MADE_ON.plusDays(1));
    }

    /// Laid, approved by the Commons on a division and by the Lords without one.
    static List<CcgEvent> approvedByBoth() {
        return List.of(
                laid(Procedure.AFFIRMATIVE),
                divided(),
                approved(House.COMMONS, false),
                approved(House.LORDS, true));
    }
}
