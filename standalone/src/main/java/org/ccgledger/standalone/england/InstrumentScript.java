package org.ccgledger.standalone.england;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.instruments.InstrumentCommand.*;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.InstrumentId;
import org.ccgledger.events.PowerCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.SiNumber;
import org.ccgledger.events.instruments.GivenPower;
import org.ccgledger.events.instruments.House;
import org.ccgledger.events.instruments.PowerManner;
import org.ccgledger.events.instruments.Procedure;

/// The order of 2014 that lets groups act by joint committee, and the division on it.
final class InstrumentScript {

    private static final InstrumentId ORDER = new InstrumentId("si-2014-2436");
    private static final LocalDate LAID_ON = LocalDate.of(2014, 3, 13);
    private static final LocalDate DIVIDED_ON = LocalDate.of(2014, 9, 9);
    private static final LocalDate MADE_ON = LocalDate.of(2014, 9, 10);
    private static final LocalDate IN_FORCE_ON = LocalDate.of(2014, 10, 1);
    private static final Actor RECORDER =
            Script.office("recorder", Role.PARLIAMENTARY_RECORDER, new BodyRef("PARLIAMENT/UK"));

    private final Script script;

    InstrumentScript(Script script) {
        this.script = script;
    }

    void write() {
        line(LAID_ON, Provenance.assumed("laid in the spring before the division"))
                .sends(
                        new LayInstrument(
                                ORDER,
                                "Legislative Reform (Clinical Commissioning Groups) Order 2014",
                                "Legislative and Regulatory Reform Act 2006 s.1",
                                Procedure.AFFIRMATIVE,
                                List.of(power("14Z3"), power("14Z9"))),
                        "laid");
        line(DIVIDED_ON, Provenance.assumed("the Lords approve by the day of the division"))
                .sends(new RecordHouseApproval(ORDER, House.LORDS), "lords");
        line(DIVIDED_ON, Provenance.stated(Sources.BBC_DIVISION))
                .sends(new RecordDivision(ORDER, House.COMMONS, 276, 152, 124), "commons");
        line(MADE_ON, Provenance.stated(Sources.ORDER_2014))
                .sends(new MakeInstrument(ORDER, new SiNumber("2014/2436"), IN_FORCE_ON), "made");
    }

    private static GivenPower power(String code) {
        return new GivenPower(new PowerCode(code), PowerManner.BY_JOINT_COMMITTEE);
    }

    private Script.Line line(LocalDate on, Provenance provenance) {
        return script.by("parliament", RECORDER, on)
                .under("Legislative and Regulatory Reform Act 2006", "s.1")
                .knownFrom(provenance);
    }
}
