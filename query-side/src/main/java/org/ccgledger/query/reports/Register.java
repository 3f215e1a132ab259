package org.ccgledger.query.reports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The public registers that can be printed, by the columns for which paper has room. The lists of
/// the same names have all columns.
enum Register {
    GROUPS(
            "Register of clinical commissioning groups",
            "ods, name, status, since, area_team, region, wave, outcome, conditions_open,"
                    + " directions_in_force, practices, position",
            "reporting.ccgs",
            "ods",
            "ods",
            "ccgs authorisation conditions directions practices"),
    PRACTICES(
            "Register of member practices",
            "practice, ccg, ccg_name, contract, member_since, position",
            "reporting.practices",
            "ccg",
            "ccg, practice",
            "practices ccgs"),
    CONDITIONS(
            "Register of conditions outstanding",
            "condition, ccg, ccg_name, criterion, text, level, imposed_on, mainstreamed_on,"
                    + " last_reviewed, position",
            "reporting.conditions",
            "ccg",
            "ccg, condition",
            "conditions authorisation ccgs"),
    DIRECTIONS(
            "Register of directions in force",
            "direction, ccg, ccg_name, power, kind, functions, exercisers, in_force_from,"
                    + " in_force_until, document, position",
            "reporting.directions",
            "ccg",
            "ccg, direction",
            "directions ccgs"),
    INTERESTS(
            "Register of interests",
            "person, ccg, declarant, practice, category, indirect, organisation, interest_from,"
                    + " interest_until, declared_on, nil, withheld",
            "reporting.interests",
            "ccg",
            "ccg, position, entry",
            "interests interest-registers ccgs"),
    GIFTS(
            "Register of gifts and hospitality",
            "gift, ccg, person, declarant, offered_on, received_on, kind, value, offeror, accepted,"
                    + " approver, position",
            "reporting.gifts",
            "ccg",
            "ccg, gift",
            "conduct ccgs"),
    BREACHES(
            "Breaches published",
            "breach, ccg, ccg_name, reported_on, published_on, summary, position",
            "reporting.breaches",
            "ccg",
            "ccg, breach",
            "conduct ccgs"),
    PROCUREMENT_DECISIONS(
            "Register of procurement decisions",
            "procurement, ccg, title, basis, route, decided_on, committee, conflicts_summary,"
                    + " mitigation, provider, contract_value, awarded_on, position",
            "reporting.procurement_decisions",
            "ccg",
            "procurement, coalesce(provider, '')",
            "procurement ccgs"),
    CONTRACT_AWARDS(
            "Register of contracts awarded",
            "procurement, ccg, provider, provider_name, registered_office, services, amount,"
                    + " starts_on, ends_on, process, awarded_on, status, position",
            "reporting.contract_awards",
            "ccg",
            "procurement, provider",
            "procurement ccgs"),
    COMMITTEES(
            "Register of committees",
            "committee, ccg, ccg_name, kind, name, since, terms_version, quorum, voting_rule,"
                    + " functions, members, position",
            "reporting.committees",
            "ccg",
            "committee",
            "committees ccgs"),
    DELEGATIONS(
            "Register of delegations",
            "delegation, ccg, ccg_name, function, committee, office, money_limit, since, position",
            "reporting.delegations",
            "ccg",
            "ccg, delegation",
            "delegations committees ccgs"),
    GOVERNING_BODY_MEMBERS(
            "Register of members of governing bodies",
            "person, ccg, ccg_name, seat, since, until, position",
            "reporting.governing_body_members",
            "ccg",
            "ccg, seat, appointment",
            "governing-bodies ccgs");

    private final String title;
    private final String columns;
    private final String view;
    private final String group;
    private final String order;
    private final String projections;

    /// @param group the column that holds the group's code
    /// @param projections that the view reads, with a space between them
    Register(
            String title,
            String columns,
            String view,
            String group,
            String order,
            String projections) {
        this.title = title;
        this.columns = columns;
        this.view = view;
        this.group = group;
        this.order = order;
        this.projections = projections;
    }

    /// The register of a name, such as `procurement-decisions`.
    static Optional<Register> named(String name) {
        return Arrays.stream(values())
                .filter(register -> register.named().equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Register::named).collect(Collectors.joining(", "));
    }

    private String named() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    Set<String> projections() {
        return Set.of(projections.split(" ", -1));
    }

    /// Its rows, of one group where `:ccg` names it.
    String statement() {
        return "select %s from %s where cast(:ccg as text) is null or %s = :ccg order by %s"
                .formatted(columns, view, group, order);
    }
}
