package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.CcgCode;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.commands.CommandEvent;
import org.ccgledger.events.commands.CommandEvent.CommandRefused;
import org.ccgledger.events.commands.CommandEvent.CommandUnchanged;

final class CommandSentences {

    private CommandSentences() {}

    static String of(CommandEvent event, EventMetadata metadata, GroupNames groups) {
        return switch (event) {
            case CommandRefused e ->
                    on(
                            e.effectiveOn(),
                            "the command "
                                    + metadata.command()
                                    + " on "
                                    + subject(e.subject(), groups)
                                    + " was refused, because "
                                    + quoted(e.title())
                                    + " ("
                                    + e.code()
                                    + (e.rule() == null ? "" : ", rule " + e.rule())
                                    + ")");
            case CommandUnchanged e ->
                    on(
                            e.effectiveOn(),
                            "the command "
                                    + metadata.command()
                                    + " changed nothing in "
                                    + subject(e.subject(), groups)
                                    + ", which already stood as it asked");
        };
    }

    private static String subject(String stream, GroupNames groups) {
        int colon = stream.indexOf(':');
        String id = stream.substring(colon + 1);
        return switch (colon < 0 ? "" : stream.substring(0, colon)) {
            case "application" -> "the application for " + groups.of(new CcgCode(id));
            case "ccg" -> groups.of(new CcgCode(id));
            case "conditions" -> "the conditions of " + groups.of(new CcgCode(id));
            case "directions" -> "the directions to " + groups.of(new CcgCode(id));
            case "membership" -> "the membership of practice " + id;
            case "catalogue" -> "the edition " + id + " of the criteria";
            case "wave" -> "wave " + id;
            case "approval" -> "the approval " + id;
            case "procurement" -> "the procurement " + id;
            case "stated-figure" -> "the stated figure " + id;
            case "running-cost-policy" -> "the policy on running costs for " + id;
            case "allocation" -> "the allocation of " + inYear(id, groups);
            case "performance" -> "the assessment of " + inYear(id, groups);
            case "backstop-period" -> "the back-stop period";
            case "support" -> "the support arrangement " + id;
            case "advice" -> "the advice " + id;
            case "running-costs" -> "the running costs of " + inYear(id, groups);
            default -> stream;
        };
    }

    /// A group's matters of one year, from `{ods}:{year}`.
    private static String inYear(String id, GroupNames groups) {
        int colon = id.indexOf(':');
        return groups.of(new CcgCode(id.substring(0, colon))) + " in " + id.substring(colon + 1);
    }
}
