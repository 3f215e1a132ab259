package org.ccgledger.query.reports;

/// What kind of body a committee is, and how its year is read.
///
/// Statements name `:body`, the first and last day of the year (`:first`, `:last`) and what is
/// known (`:known`). They read timelines over the whole of the year, so that who came and went
/// within it is there.
enum Forum {
    COMMITTEE(
            "committee",
            "committee",
            """
            select ccg, ccg_name, kind, name, since, terms_version, quorum, voting_rule, chair_seat, functions
            from reporting.committees where committee = :body\
            """,
            """
            select t.person, t.seat, c.capacities[array_position(c.seats, t.seat)] as capacity, t.voting, t.representing,
                   t.eff_from as since, least(t.term_until, nullif(t.eff_to, 'infinity') - 1) as until,
                   t.set_by as position
            from projection.committee_appointment t
            left join projection.committee_terms_at c using (committee)
            where t.committee = :body and (t.term_until is null or t.term_until >= :first) and %s
            order by t.eff_from, t.appointment\
            """,
            """
            select t.function, t.delegation, t.money_limit, t.since, nullif(t.eff_to, 'infinity') - 1 as until,
                   t.set_by as position
            from projection.function_delegation t where t.committee = :body and %s
            order by t.function, t.eff_from\
            """),

    JOINT_COMMITTEE(
            "joint_committee",
            "joint_committee",
            """
            select name, power, status, since, terms_version, quorum, voting_rule, majority_may_bind, chair_rule,
                   reserved_matters, suspended
            from reporting.joint_committees where joint_committee = :body\
            """,
            """
            select t.member, t.standing, t.eff_from as since, nullif(t.eff_to, 'infinity') - 1 as until,
                   t.set_by as position
            from projection.joint_member t
            where t.joint_committee = :body and t.standing in ('ACTIVE', 'NOTICE_GIVEN') and %s
            order by t.member, t.eff_from\
            """,
            """
            select f.function, t.terms_version, t.eff_from as since, nullif(t.eff_to, 'infinity') - 1 as until,
                   t.set_by as position
            from projection.joint_terms t, unnest(t.functions) as f (function)
            where t.joint_committee = :body and %s
            order by f.function, t.eff_from\
            """),

    GOVERNING_BODY(
            "governing_body_seat",
            "ccg",
            """
            select ccg, ccg_name, members, missing from reporting.governing_bodies where ccg = :body\
            """,
            """
            select t.person, t.seat, t.eff_from as since, least(t.term_until, nullif(t.eff_to, 'infinity') - 1) as until,
                   t.set_by as position
            from projection.governing_body_seat t
            where t.ccg = :body and (t.term_until is null or t.term_until >= :first) and %s
            order by t.eff_from, t.appointment\
            """,
            """
            select t.function, t.reserved_to, t.since, nullif(t.eff_to, 'infinity') - 1 as until, t.set_by as position
            from projection.function_reservation t
            where t.ccg = :body and t.reserved_to = 'GOVERNING_BODY' and %s
            order by t.function, t.eff_from\
            """);

    /// A row that held on a day of the year, as it is known.
    private static final String IN_THE_YEAR =
            "t.holds and t.eff_from <= :last and t.eff_to > :first and t.known_from <= :known and t.known_to > :known";

    private final String timeline;
    private final String key;
    private final String itself;
    private final String members;
    private final String functions;

    Forum(String timeline, String key, String itself, String members, String functions) {
        this.timeline = timeline;
        this.key = key;
        this.itself = itself;
        this.members = members;
        this.functions = functions;
    }

    /// The last day of the year on which there was such a body, if there was one.
    String lastDay() {
        return """
        select max(least(cast(:last as date), nullif(t.eff_to, 'infinity') - 1)) as day
        from projection.%s t where t.%s = :body and %s\
        """
                .formatted(timeline, key, IN_THE_YEAR);
    }

    /// The body on the day that the views answer for.
    String itself() {
        return itself;
    }

    String members() {
        return members.formatted(IN_THE_YEAR);
    }

    String functions() {
        return functions.formatted(IN_THE_YEAR);
    }
}
