package org.ccgledger.query.meetings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.query.http.AboutOne;
import org.ccgledger.query.http.Answer;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.Listing;
import org.ccgledger.query.http.Listing.Column;
import org.ccgledger.query.http.Listing.Filter;
import org.ccgledger.query.http.Lists;
import org.ccgledger.query.http.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Meetings, attendance and quorum, what was decided, and who voted how.
@RestController
final class MeetingsApi {

    private static final Set<String> PROJECTIONS = Set.of(MeetingProjector.NAME);

    private static final Listing MEETINGS =
            new Listing(
                    PROJECTIONS,
                    "reporting.meetings",
                    Map.of(
                            "forum", Filter.text("forum"),
                            "forumKind", Filter.text("forum_kind"),
                            "status", Filter.text("status"),
                            "heldInPublic", Filter.flag("held_in_public"),
                            "heldFrom", new Filter("meeting_on >= :value", Filter.Kind.DATE),
                            "heldTo", new Filter("meeting_on <= :value", Filter.Kind.DATE)),
                    Map.of("meetingOn", Column.date("meeting_on")),
                    List.of(Column.text("meeting")),
                    Map.of());

    private static final Listing ITEMS =
            new Listing(
                    PROJECTIONS,
                    "reporting.meeting_items",
                    Map.of(
                            "meeting", Filter.text("meeting"),
                            "forum", Filter.text("forum"),
                            "status", Filter.text("status"),
                            "function", Filter.text("function"),
                            "concerns", Filter.containing("concerns"),
                            "excluded", Filter.containing("excluded_persons"),
                            "quorate", Filter.flag("quorate")),
                    Map.of(),
                    List.of(Column.text("meeting"), Column.text("item")),
                    Map.of());

    private static final Listing ATTENDANCE =
            new Listing(
                    PROJECTIONS,
                    "reporting.attendance_by_member",
                    Map.of(
                            "forum", Filter.text("forum"),
                            "member", Filter.text("member")),
                    Map.of("percent", new Column("percent", "numeric")),
                    List.of(Column.text("forum"), Column.text("member")),
                    Map.of());

    private static final Listing DECISIONS =
            new Listing(
                    PROJECTIONS,
                    "reporting.meeting_decisions",
                    Map.of(
                            "forum", Filter.text("forum"),
                            "meeting", Filter.text("meeting"),
                            "outcome", Filter.text("outcome"),
                            "function", Filter.text("function"),
                            "bound", Filter.containing("bound"),
                            "imposedOn", Filter.containing("imposed_on"),
                            "minuted", Filter.flag("minuted"),
                            "tainted", Filter.flag("tainted"),
                            "ratified", Filter.flag("ratified"),
                            "rescinded", Filter.flag("rescinded")),
                    Map.of(
                            "effectiveOn", Column.date("effective_on"),
                            "position", Column.number("position")),
                    List.of(Column.text("meeting"), Column.text("item")),
                    Map.of());

    private static final Listing VOTES =
            new Listing(
                    PROJECTIONS,
                    "reporting.voting_records",
                    Map.of(
                            "forum", Filter.text("forum"),
                            "meeting", Filter.text("meeting"),
                            "member", Filter.text("member"),
                            "person", Filter.text("person"),
                            "vote", Filter.text("vote"),
                            "bound", Filter.flag("bound"),
                            "imposed", Filter.flag("imposed")),
                    Map.of("effectiveOn", Column.date("effective_on")),
                    List.of(Column.text("meeting"), Column.text("item"), Column.text("member")),
                    Map.of());

    private final Answers answers;

    MeetingsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.TOKEN_HOLDERS)
    @Lists("MEETINGS")
    @GetMapping("/v1/meetings")
    ResponseEntity<byte[]> meetings(HttpServletRequest request) {
        return answers.list(request, MEETINGS);
    }

    @OpenTo(Callers.TOKEN_HOLDERS)
    @AboutOne
    @GetMapping("/v1/meetings/{meeting}")
    ResponseEntity<byte[]> meeting(@PathVariable String meeting, HttpServletRequest request) {
        return answers.answer(request, PROJECTIONS, Set.of(), _ -> whole(meeting));
    }

    @OpenTo(Callers.TOKEN_HOLDERS)
    @Lists("ITEMS")
    @GetMapping("/v1/meeting-items")
    ResponseEntity<byte[]> items(HttpServletRequest request) {
        return answers.list(request, ITEMS);
    }

    @OpenTo(Callers.TOKEN_HOLDERS)
    @Lists("ATTENDANCE")
    @GetMapping("/v1/meeting-attendance")
    ResponseEntity<byte[]> attendance(HttpServletRequest request) {
        return answers.list(request, ATTENDANCE);
    }

    @OpenTo(Callers.TOKEN_HOLDERS)
    @Lists("DECISIONS")
    @GetMapping("/v1/meeting-decisions")
    ResponseEntity<byte[]> decisions(HttpServletRequest request) {
        return answers.list(request, DECISIONS);
    }

    @OpenTo(Callers.TOKEN_HOLDERS)
    @Lists("VOTES")
    @GetMapping("/v1/voting-records")
    ResponseEntity<byte[]> votes(HttpServletRequest request) {
        return answers.list(request, VOTES);
    }

    private Answer whole(String meeting) {
        Row found =
                answers.one(
                        "select * from reporting.meetings where meeting = ?",
                        meeting,
                        "No meeting " + meeting + " was called by that day");
        Map<String, @Nullable Object> all = new LinkedHashMap<>(found.columns());
        all.put(
                "attendance",
                answers.part(
                        "select person, body, capacity, arrived, left_at, position"
                                + " from reporting.meeting_attendance where meeting = ?"
                                + " order by body, person",
                        meeting));
        all.put(
                "agenda",
                answers.part(
                        "select * from reporting.meeting_items where meeting = ? order by item",
                        meeting));
        all.put(
                "decisions",
                answers.part(
                        "select * from reporting.meeting_decisions where meeting = ? order by item",
                        meeting));
        return Answer.of(all, List.of(found));
    }
}
