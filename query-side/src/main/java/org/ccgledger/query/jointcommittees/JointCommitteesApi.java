package org.ccgledger.query.jointcommittees;

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

/// The joint committees, and each with where every body stands.
@RestController
final class JointCommitteesApi {

    private static final Set<String> PROJECTIONS = Set.of(JointCommitteeProjector.NAME, "ccgs");

    private static final Listing COMMITTEES =
            new Listing(
                    PROJECTIONS,
                    "reporting.joint_committees",
                    Map.of(
                            "status", Filter.text("status"),
                            "power", Filter.text("power"),
                            "member", Filter.containing("members"),
                            "function", Filter.containing("functions"),
                            "votingRule", Filter.text("voting_rule"),
                            "majorityMayBind", Filter.flag("majority_may_bind"),
                            "noticesRunning", Filter.flag("(notices_running > 0)"),
                            "suspended", Filter.containing("suspended")),
                    Map.of(
                            "jointCommittee", Column.text("joint_committee"),
                            "name", Column.text("name"),
                            "since", Column.date("since")),
                    List.of(Column.text("joint_committee")),
                    Map.of());

    private final Answers answers;

    JointCommitteesApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("COMMITTEES")
    @GetMapping("/v1/joint-committees")
    ResponseEntity<byte[]> committees(HttpServletRequest request) {
        return answers.list(request, COMMITTEES);
    }

    @OpenTo(Callers.EVERYBODY)
    @AboutOne
    @GetMapping("/v1/joint-committees/{jointCommittee}")
    ResponseEntity<byte[]> committee(
            @PathVariable String jointCommittee, HttpServletRequest request) {
        return answers.answer(request, PROJECTIONS, Set.of(), _ -> whole(jointCommittee));
    }

    private Answer whole(String jointCommittee) {
        Row committee =
                answers.one(
                        "select * from reporting.joint_committees where joint_committee = ?",
                        jointCommittee,
                        "No joint committee " + jointCommittee + " was proposed by that day");
        Map<String, @Nullable Object> all = new LinkedHashMap<>(committee.columns());
        all.put(
                "bodies",
                answers.part(
                        "select member, ccg_name, standing, since, terms_version, leaves_on,"
                                + " suspended_since, functions_taken, reserved_matters, position"
                                + " from reporting.joint_committee_members"
                                + " where joint_committee = ? order by member",
                        jointCommittee));
        all.put(
                "convertedCommittees",
                answers.part(
                        "select committee, ccg, since, position"
                                + " from reporting.converted_committees"
                                + " where joint_committee = ? order by committee",
                        jointCommittee));
        return Answer.of(all, List.of(committee));
    }
}
