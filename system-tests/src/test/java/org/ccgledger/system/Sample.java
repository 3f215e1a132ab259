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

    /// A promise that a body made, for whoever keeps the registry to record.
    static Command pledge(String pledge, String by, String text) {
        return new Command(
                "RecordPledge",
                Senders.REGISTRY,
                about(
                        """
                        "pledge": "%s", "by": "%s", "subject": "Freedom", "text": "%s",
                        "pledgeSource": {"standing": "SYNTHETIC", "citation": "Made up"}
                        """
                                .formatted(pledge, by, text)));
    }

    /// A command and who sends it, who is one of [Senders].
    record Command(String name, String actor, String json) {}

    /// A few dozen: those that are accepted, with one event and with two, refused and unchanged.
    static List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String ccg = group(i);
            String ons = "E3899900" + i;
            String one = "Y9%d001".formatted(i);
            String two = "Y9%d002".formatted(i);
            String rival = "8%dX".formatted(i);
            commands.add(
                    new Command(
                            "ProposeCCG", Senders.lead(ccg), proposal(ccg, ons, ons, one, two)));
            commands.add(
                    new Command(
                            "ProposeCCG",
                            Senders.lead(rival),
                            proposal(rival, ons, ons, one, two)));
            Command figure =
                    new Command(
                            "RecordStatedFigure",
                            Senders.REGISTRY,
                            about(
                                    """
                                    "figure": "figure-%s", "subject": "Groups", "counted": "NOT_COUNTED",
                                    "figureSource": {"standing": "SYNTHETIC", "citation": "Made up"},
                                    "value": "21%d.50", "unit": "CCGS", "asAt": "2013-04-01"
                                    """
                                            .formatted(ccg, i)));
            commands.add(figure);
            commands.add(figure);
            commands.add(
                    new Command(
                            "LeaveApplication",
                            Senders.practice(one),
                            about("\"ccg\": \"%s\", \"practice\": \"%s\"".formatted(ccg, one))));
        }
        return commands;
    }

    /// Sends them one after another and returns the answers.
    static List<Reply> play(RunningLedger ledger) {
        return commands().stream()
                .map(command -> ledger.post(command.name(), command.actor(), command.json()))
                .toList();
    }
}
