package org.ccgledger.system;

import java.util.ArrayList;
import java.util.List;

/// Commands of different kinds and outcomes, about made-up groups.
final class Sample {

    private static final String DAY = "2012-07-01";
    private static final String BESIDE =
            """
            "authority": {"instrument": "NHS Act 2006", "provision": "s.14B"},
            "reasons": "An example – with a word of Welsh: tŷ", "effectiveOn": "%s"
            """;

    private Sample() {}

    static String group(int number) {
        return "9%dX".formatted(number);
    }

    static String proposal(String ccg, String ons, String area, String... practices) {
        return """
        {"ccg": "%s", "ons": "%s", "areaTeam": "Q52", "area": ["%s"], "applicants": ["%s"],
         "proposedName": "NHS Group %s Clinical Commissioning Group",
         "constitution": {"title": "Constitution"},
         "proposedAccountableOfficer": "6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11", %s}
        """
                .formatted(
                        ccg,
                        ons,
                        area,
                        String.join("\", \"", practices),
                        ccg,
                        BESIDE.formatted(DAY));
    }

    static String about(String fields) {
        return about(fields, DAY);
    }

    static String about(String fields, String effectiveOn) {
        return "{" + fields + ", " + BESIDE.formatted(effectiveOn) + "}";
    }

    /// Sends a few dozen and returns the answers: accepted with one event and with two, refused and
    /// unchanged.
    static List<Reply> play(RunningLedger ledger) {
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String ccg = group(i);
            String ons = "E3899900" + i;
            String one = "Y9%d001".formatted(i);
            String two = "Y9%d002".formatted(i);
            String lead = Senders.lead(ccg);
            String rival = "8%dX".formatted(i);
            replies.add(ledger.post("ProposeCCG", lead, proposal(ccg, ons, ons, one, two)));
            replies.add(
                    ledger.post(
                            "ProposeCCG",
                            Senders.lead(rival),
                            proposal(rival, ons, ons, one, two)));
            String figure =
                    about(
                            """
                            "figure": "figure-%s", "subject": "Groups", "counted": "NOT_COUNTED",
                            "figureSource": {"standing": "SYNTHETIC", "citation": "Made up"},
                            "value": "21%d.50", "unit": "CCGS", "asAt": "2013-04-01"
                            """
                                    .formatted(ccg, i));
            replies.add(ledger.post("RecordStatedFigure", Senders.REGISTRY, figure));
            replies.add(ledger.post("RecordStatedFigure", Senders.REGISTRY, figure));
            replies.add(
                    ledger.post(
                            "LeaveApplication",
                            Senders.practice(one),
                            about("\"ccg\": \"%s\", \"practice\": \"%s\"".formatted(ccg, one))));
        }
        return replies;
    }
}
