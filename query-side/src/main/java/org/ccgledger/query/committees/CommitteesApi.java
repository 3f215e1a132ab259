package org.ccgledger.query.committees;

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

/// The committees of single groups and their members, and each with its seats.
@RestController
final class CommitteesApi {

    private static final Set<String> PROJECTIONS = Set.of(CommitteeProjector.NAME, "ccgs");

    private static final Listing COMMITTEES =
            new Listing(
                    PROJECTIONS,
                    "reporting.committees",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "kind", Filter.text("kind"),
                            "function", Filter.containing("functions")),
                    Map.of(
                            "committee", Column.text("committee"),
                            "ccg", Column.text("ccg"),
                            "since", Column.date("since")),
                    List.of(Column.text("committee")),
                    Map.of());
    private static final Listing MEMBERS =
            new Listing(
                    PROJECTIONS,
                    "reporting.committee_members",
                    Map.of(
                            "committee", Filter.text("committee"),
                            "ccg", Filter.text("ccg"),
                            "person", Filter.text("person"),
                            "capacity", Filter.text("capacity"),
                            "voting", Filter.flag("voting")),
                    Map.of(
                            "committee", Column.text("committee"),
                            "ccg", Column.text("ccg"),
                            "since", Column.date("since")),
                    List.of(Column.text("committee"), Column.text("appointment")),
                    Map.of());

    private final Answers answers;

    CommitteesApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("COMMITTEES")
    @GetMapping("/v1/committees")
    ResponseEntity<byte[]> committees(HttpServletRequest request) {
        return answers.list(request, COMMITTEES);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("MEMBERS")
    @GetMapping("/v1/committee-members")
    ResponseEntity<byte[]> members(HttpServletRequest request) {
        return answers.list(request, MEMBERS);
    }

    @OpenTo(Callers.EVERYBODY)
    @AboutOne
    @GetMapping("/v1/committees/{committee}")
    ResponseEntity<byte[]> committee(@PathVariable String committee, HttpServletRequest request) {
        return answers.answer(request, PROJECTIONS, Set.of(), _ -> whole(committee));
    }

    private Answer whole(String committee) {
        Row row =
                answers.one(
                        "select * from reporting.committees where committee = ?",
                        committee,
                        "There was no committee " + committee + " on that day");
        Map<String, @Nullable Object> all = new LinkedHashMap<>(row.columns());
        all.put(
                "seats",
                answers.part(
                        "select seat, capacity, places, voting, taken"
                                + " from reporting.committee_seats"
                                + " where committee = ? order by rank",
                        committee));
        all.put(
                "memberships",
                answers.part(
                        "select appointment, person, seat, capacity, voting, representing, since,"
                                + " until, position from reporting.committee_members"
                                + " where committee = ? order by since, appointment",
                        committee));
        return Answer.of(all, List.of(row));
    }
}
