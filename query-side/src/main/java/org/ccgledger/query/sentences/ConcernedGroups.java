package org.ccgledger.query.sentences;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.approvals.ApprovalEvent;
import org.ccgledger.events.approvals.ApprovalEvent.ApprovalRecorded;
import org.ccgledger.events.commands.CommandEvent;
import org.ccgledger.events.commands.CommandEvent.CommandRefused;
import org.ccgledger.events.commands.CommandEvent.CommandUnchanged;

/// The groups that an event is about, by code.
public final class ConcernedGroups {

    private static final String TAG = "ccg:";
    private static final Set<String> STREAMS_OF_A_GROUPS_YEAR =
            Set.of("running-costs", "allocation", "performance");
    private static final Set<String> STREAMS_OF_A_GROUP =
            Set.of("application", "ccg", "co-commissioning", "conditions", "directions");

    private ConcernedGroups() {}

    /// In alphabetical order; none for what concerns all groups alike.
    public static List<String> of(CcgEvent event) {
        Stream<String> codes =
                switch (event) {
                    case ApprovalEvent e -> ofApproval(e);
                    case CommandEvent e -> ofStream(subject(e));
                    case CcgEvent e -> tagged(e);
                };
        return codes.sorted().toList();
    }

    private static Stream<String> ofApproval(ApprovalEvent event) {
        return switch (event) {
            case ApprovalRecorded e -> Stream.of(e.subject().ccg().value());
        };
    }

    private static String subject(CommandEvent event) {
        return switch (event) {
            case CommandRefused e -> e.subject();
            case CommandUnchanged e -> e.subject();
        };
    }

    private static Stream<String> tagged(CcgEvent event) {
        return event.tags().stream()
                .map(Object::toString)
                .filter(tag -> tag.startsWith(TAG))
                .map(tag -> tag.substring(TAG.length()));
    }

    private static Stream<String> ofStream(String stream) {
        int colon = stream.indexOf(':');
        if (colon < 0) {
            return Stream.empty();
        }
        String kind = stream.substring(0, colon);
        String id = stream.substring(colon + 1);
        return STREAMS_OF_A_GROUP.contains(kind)
                ? Stream.of(id)
                : STREAMS_OF_A_GROUPS_YEAR.contains(kind)
                        ? Stream.of(id.substring(0, id.indexOf(':')))
                        : Stream.empty();
    }
}
