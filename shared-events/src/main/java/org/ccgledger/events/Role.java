package org.ccgledger.events;

/// The capacity in which somebody acts.
public enum Role {
    BOARD_AUTHORISATION,
    BOARD_OFFICER,
    AREA_TEAM,
    CCG_GOVERNANCE_LEAD,
    CCG_ACCOUNTABLE_OFFICER,
    CCG_FINANCE_OFFICER,
    GOVERNING_BODY_CHAIR,
    /// Who owes declarations to a group: a member, a governing body or committee member, an
    /// employee.
    DECLARANT,
    /// Who watches over a group's declarations: the chair of its audit committee.
    CONFLICTS_GUARDIAN,
    /// Who presides over a body that meets, or over one item in the chair's place.
    COMMITTEE_CHAIR,
    /// Who votes in such a body.
    COMMITTEE_MEMBER,
    /// Who keeps its record.
    COMMITTEE_SECRETARY,
    PRACTICE_REPRESENTATIVE,
    REGISTRY,
    AUDITOR,
    PARLIAMENTARY_RECORDER,
    DEPARTMENT_OF_HEALTH,
    /// Who acts for a provider of services.
    PROVIDER,
    /// Who acts for the sector regulator.
    MONITOR,
    /// Who speaks for a body that advises groups: a clinical senate, a network, or another.
    SENATE_MEMBER,
    TREASURY,
    /// Who acts for a body as an employer.
    EMPLOYER,
    /// Who closes a primary care trust, or acts for a strategic health authority in that.
    TRANSITION_LEAD,
    SYSTEM;

    /// Whether the role belongs to one group, or to the Board among a joint committee's members, on
    /// whose matters alone it may act.
    public boolean isOfOneCcg() {
        return switch (this) {
            case CCG_GOVERNANCE_LEAD,
                    CCG_ACCOUNTABLE_OFFICER,
                    CCG_FINANCE_OFFICER,
                    GOVERNING_BODY_CHAIR,
                    DECLARANT,
                    CONFLICTS_GUARDIAN,
                    COMMITTEE_CHAIR,
                    COMMITTEE_MEMBER,
                    COMMITTEE_SECRETARY ->
                    true;
            case BOARD_AUTHORISATION,
                    BOARD_OFFICER,
                    AREA_TEAM,
                    PRACTICE_REPRESENTATIVE,
                    REGISTRY,
                    AUDITOR,
                    PARLIAMENTARY_RECORDER,
                    DEPARTMENT_OF_HEALTH,
                    PROVIDER,
                    MONITOR,
                    SENATE_MEMBER,
                    TREASURY,
                    EMPLOYER,
                    TRANSITION_LEAD,
                    SYSTEM ->
                    false;
        };
    }
}
