package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.period;

import java.util.Locale;
import java.util.stream.Collectors;
import org.ccgledger.events.governingbodies.AppointmentEndCause;
import org.ccgledger.events.governingbodies.GoverningBodyEvent;
import org.ccgledger.events.governingbodies.GoverningBodyEvent.*;
import org.ccgledger.events.governingbodies.Seat;

final class GoverningBodySentences {

    private GoverningBodySentences() {}

    static String of(GoverningBodyEvent event, GroupNames groups) {
        return on(
                event.effectiveOn(),
                switch (event) {
                    case GoverningBodyMemberAppointed e ->
                            "a person was appointed to the governing body of "
                                    + groups.of(e.ccg())
                                    + " as "
                                    + seat(e.seat())
                                    + ", "
                                    + period(e.term());
                    case AppointmentEnded e ->
                            "a person left the governing body of "
                                    + groups.of(e.ccg())
                                    + " as "
                                    + seat(e.seat())
                                    + ", with "
                                    + day(e.lastDay())
                                    + " as the last day, because "
                                    + cause(e.cause());
                    case GoverningBodyCompositionBreached e ->
                            "the governing body of "
                                    + groups.of(e.ccg())
                                    + " lacked from "
                                    + day(e.from())
                                    + " what the law requires: "
                                    + e.missing().stream()
                                            .map(GoverningBodySentences::words)
                                            .collect(Collectors.joining(", "));
                });
    }

    private static String seat(Seat seat) {
        return switch (seat) {
            case LAY_AUDIT -> "lay member for audit";
            case LAY_AREA -> "lay member with knowledge of the area";
            case LAY_OTHER -> "lay member";
            case CHAIR,
                    DEPUTY_CHAIR,
                    ACCOUNTABLE_OFFICER,
                    CHIEF_FINANCE_OFFICER,
                    REGISTERED_NURSE,
                    SECONDARY_CARE_SPECIALIST,
                    GENERAL_PRACTITIONER ->
                    words(seat);
            case OTHER -> "member";
        };
    }

    static String cause(AppointmentEndCause cause) {
        return switch (cause) {
            case TERM_ENDED -> "the term ended";
            case RESIGNED -> "they resigned";
            case REMOVED -> "they were removed";
            case BECAME_DISQUALIFIED -> "they became disqualified";
            case DIED -> "they died";
        };
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
