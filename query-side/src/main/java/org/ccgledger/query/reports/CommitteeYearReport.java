package org.ccgledger.query.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.QueryProblem;
import org.ccgledger.query.http.Question;
import org.ccgledger.query.http.Table;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.reports.Report.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A financial year of a committee, of a joint committee, or of the governing body of a group: who
/// sat on it, what it may decide, how it met, what it decided by which votes, and who stood aside.
@Component
final class CommitteeYearReport {

    static final Set<String> PROJECTIONS =
            Set.of(
                    "committees",
                    "joint-committees",
                    "governing-bodies",
                    "delegations",
                    "meetings",
                    "interests",
                    "instruments",
                    "ccgs");

    private static final String MEETINGS =
            """
            select meeting, meeting_on, status, held_in_public, expected, present, in_attendance, items, decided, minutes,
                   position
            from reporting.meetings
            where forum = :forum and meeting_on between :first and :last order by meeting_on, meeting\
            """;

    private static final String ATTENDANCE =
            """
            select meeting, person, body, capacity, arrived, left_at, position from reporting.meeting_attendance
            where forum = :forum and meeting_on between :first and :last order by meeting_on, meeting, body, person\
            """;

    private static final String ITEMS =
            """
            select meeting, item, title, function, status, detail, present, excluded, eligible, quorum, quorate
            from reporting.meeting_items
            where forum = :forum and meeting_on between :first and :last order by meeting_on, meeting, item\
            """;

    private static final String DECISIONS =
            """
            select meeting, item, effective_on, title, outcome, reason, in_favour, against, abstained, tainted, ratified,
                   rescinded, position
            from reporting.meeting_decisions
            where forum = :forum and effective_on between :first and :last order by effective_on, meeting, item\
            """;

    private static final String VOTES =
            """
            select meeting, item, member, person, vote, bound, imposed from reporting.voting_records
            where forum = :forum and effective_on between :first and :last
            order by effective_on, meeting, item, member\
            """;

    private static final String ASIDE =
            """
            select n.meeting, n.item, n.person, n.subject as interest, n.declared_at_meeting, n.ruling,
                   coalesce(n.ruling in ('STAY_NO_VOTE', 'EXCLUDE'), false) as stood_aside, n.position
            from reporting.meeting_interests n
            join reporting.meetings m using (meeting)
            where m.forum = :forum and m.meeting_on between :first and :last
            order by m.meeting_on, n.meeting, n.item, n.person, n.subject\
            """;

    private static final String REGISTER =
            """
            select person, interest, ccg, declarant, practice, category, indirect, organisation, interest_from,
                   interest_until, declared_on, nil, position
            from reporting.interests
            where person = any (cast(:persons as text[])) order by person, ccg, position, entry\
            """;

    private static final String INSTRUMENTS =
            """
            select q.basis, q.instrument, q.provision, q.delegation, q.items, i.si_number, i.title, i.status,
                   i.in_force_from, i.in_force_until
            from (select basis, instrument, provision, delegation, count(*) as items from reporting.meeting_items
                  where forum = :forum and meeting_on between :first and :last
                  group by basis, instrument, provision, delegation) q
            left join reporting.instruments i on q.instrument in (i.si_number, i.title, i.instrument)
            order by q.instrument, q.provision, q.basis, q.delegation, i.instrument\
            """;

    private final QueryDatabase database;
    private final Answers answers;

    CommitteeYearReport(QueryDatabase database, Answers answers) {
        this.database = database;
        this.answers = answers;
    }

    /// @param year as `2014-15`
    Report of(String body, String year, Question question) {
        FinancialYear named = year(year);
        LocalDate last =
                question.asOf().isBefore(named.lastDay()) ? question.asOf() : named.lastDay();
        if (last.isBefore(named.firstDay())) {
            throw QueryProblem.notFound("The year %s had not begun on %s".formatted(year, last));
        }
        return Arrays.stream(Forum.values())
                .flatMap(forum -> of(forum, body, named, last, question).stream())
                .findFirst()
                .orElseThrow(() ->
                        QueryProblem.notFound(
                                "No committee, joint committee or governing body %s is known in %s"
                                        .formatted(body, year)));
    }

    private static FinancialYear year(String text) {
        if (text.matches("(19|20|21)\\d\\d-\\d\\d")) {
            FinancialYear year =
                    FinancialYear.of(LocalDate.of(Integer.parseInt(text.substring(0, 4)), 4, 1));
            if (year.value().equals(text.replace('-', '/'))) {
                return year;
            }
        }
        throw QueryProblem.notFound("A year is such as 2014-15, from 1 April to 31 March");
    }

    private Optional<Report> of(
            Forum forum, String body, FinancialYear year, LocalDate last, Question question) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("body", body);
        parameters.put("forum", forum + "/" + body);
        parameters.put("first", year.firstDay());
        parameters.put("last", last);
        parameters.put("known", question.knownAt());
        Reading reading = new Reading(database, parameters);
        if (!(reading.one(forum.lastDay(), body).get("day") instanceof LocalDate until)) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        answers.turnTo(until);
        Table itself = reading.table(forum.itself());
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("body", forum + "/" + body);
        facts.put("year", year.toString());
        facts.put("reportedUpTo", last);
        itself.rows().stream().findFirst().ifPresent(row -> facts.putAll(row.columns()));
        parts.add(Part.of("The body on " + until, "", facts));
        Table members = reading.table(forum.members());
        parts.add(
                Part.of(
                        "Membership in the year",
                        "Whoever was a member on a day of the year, with the first and last day.",
                        members));
        parts.add(
                Part.of(
                        "Functions",
                        "What the body decided on by delegation, by its terms or by reservation in"
                                + " the year.",
                        reading.table(forum.functions())));
        answers.turnTo(last);
        parts.addAll(meetings(reading, parameters, members));
        return Optional.of(
                new Report(
                        "Committee's year " + year,
                        Objects.toString(facts.getOrDefault("name", facts.get("ccgName")), body),
                        parts));
    }

    private List<Part> meetings(Reading reading, Map<String, Object> parameters, Table members) {
        Table attendance = reading.table(ATTENDANCE);
        Set<String> persons = new TreeSet<>();
        Stream.of(members, attendance)
                .flatMap(table -> table.rows().stream())
                .map(row -> row.get("person"))
                .filter(Objects::nonNull)
                .forEach(person -> persons.add(person.toString()));
        parameters.put("persons", persons.toArray(new String[0]));
        return List.of(
                Part.of(
                        "Meetings",
                        "Votes in the body when the meeting was opened, and those present.",
                        reading.table(MEETINGS)),
                Part.of("Attendance", "", attendance),
                Part.of(
                        "Items and their quorum",
                        "Votes that remained when voting was opened, and those that were needed.",
                        reading.table(ITEMS)),
                Part.of("Decisions", "", reading.table(DECISIONS)),
                Part.of("Votes", "", reading.table(VOTES)),
                Part.of(
                        "Interests in items, and who stood aside",
                        "Who was ruled EXCLUDE or STAY_NO_VOTE did not vote.",
                        reading.table(ASIDE)),
                Part.of(
                        "Register of interests of those who sat or attended",
                        "As it stands on the last day that is reported. What is withheld from"
                                + " publication is not shown.",
                        reading.table(REGISTER)),
                Part.of(
                        "Instruments",
                        "The authority that items were decided under, with Parliament's instrument"
                                + " where one is cited.",
                        reading.table(INSTRUMENTS)));
    }
}
