package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.number;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import java.util.List;
import org.ccgledger.events.instruments.GivenPower;
import org.ccgledger.events.instruments.House;
import org.ccgledger.events.instruments.InstrumentEvent;
import org.ccgledger.events.instruments.InstrumentEvent.*;
import org.ccgledger.events.instruments.Procedure;

final class InstrumentSentences {

    private InstrumentSentences() {}

    static String of(InstrumentEvent event) {
        return on(event.effectiveOn(), what(event));
    }

    private static String what(InstrumentEvent event) {
        return switch (event) {
            case InstrumentLaid e ->
                    "instrument "
                            + e.instrument()
                            + ", "
                            + quoted(e.title())
                            + ", was laid before Parliament under "
                            + e.parentAct()
                            + " by the "
                            + procedure(e.procedure())
                            + " procedure"
                            + powers(e.powers(), ", to give ");
            case ScrutinyReported e ->
                    quoted(e.committee())
                            + " reported on instrument "
                            + e.instrument()
                            + " in "
                            + quoted(e.report())
                            + (e.recommendsApproval()
                                    ? " and recommended approval"
                                    : " without recommending approval");
            case DivisionRecorded e ->
                    house(e.house())
                            + " divided on instrument "
                            + e.instrument()
                            + ": "
                            + count(e.ayes(), "aye")
                            + ", "
                            + count(e.noes(), "no", "noes")
                            + ", a majority of "
                            + number(Math.abs(e.majority()))
                            + (e.majority() > 0 ? " for it" : " not for it");
            case HouseApproved e ->
                    house(e.house())
                            + " approved instrument "
                            + e.instrument()
                            + (e.withoutDivision() ? " without a division" : " on a division");
            case HouseRejected e -> house(e.house()) + " rejected instrument " + e.instrument();
            case InstrumentMade e ->
                    "instrument "
                            + e.instrument()
                            + " was made as SI "
                            + e.siNumber()
                            + ", in force from "
                            + day(e.inForceOn())
                            + powers(e.powers(), ", giving ");
            case InstrumentRevoked e ->
                    "instrument "
                            + e.instrument()
                            + " was revoked from "
                            + day(e.revokedFrom())
                            + (e.by() == null ? "" : " by SI " + e.by())
                            + powers(e.powers(), ", taking back ");
        };
    }

    private static String procedure(Procedure procedure) {
        return switch (procedure) {
            case AFFIRMATIVE -> "affirmative";
            case SUPER_AFFIRMATIVE -> "super-affirmative";
            case NEGATIVE -> "negative";
        };
    }

    private static String house(House house) {
        return switch (house) {
            case COMMONS -> "the House of Commons";
            case LORDS -> "the House of Lords";
        };
    }

    private static String powers(List<GivenPower> powers, String before) {
        return powers.isEmpty()
                ? ""
                : before
                        + Wording.and(
                                powers.stream()
                                        .map(InstrumentSentences::power)
                                        .distinct()
                                        .toList());
    }

    private static String power(GivenPower given) {
        String manner =
                switch (given.manner()) {
                    case BY_ITSELF -> "";
                    case JOINTLY -> ", jointly exercised";
                    case BY_JOINT_COMMITTEE -> " by joint committee";
                };
        return "the power of s." + given.power() + manner;
    }
}
