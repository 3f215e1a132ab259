package org.ccgledger.events.governingbodies;

/// A seat on a governing body, SI 2012/1631 regs 11 to 14. A person may hold several.
public enum Seat {
    CHAIR,
    DEPUTY_CHAIR,
    ACCOUNTABLE_OFFICER,
    CHIEF_FINANCE_OFFICER,
    REGISTERED_NURSE,
    SECONDARY_CARE_SPECIALIST,
    /// Reg 12(3): with qualifications, expertise or experience in finance or audit.
    LAY_AUDIT,
    /// Reg 12(4): with knowledge about the group's area.
    LAY_AREA,
    LAY_OTHER,
    GENERAL_PRACTITIONER,
    OTHER;

    /// Whether at most one person holds it at a time.
    public boolean isSingle() {
        return switch (this) {
            case CHAIR, DEPUTY_CHAIR, ACCOUNTABLE_OFFICER, CHIEF_FINANCE_OFFICER -> true;
            case REGISTERED_NURSE,
                    SECONDARY_CARE_SPECIALIST,
                    LAY_AUDIT,
                    LAY_AREA,
                    LAY_OTHER,
                    GENERAL_PRACTITIONER,
                    OTHER ->
                    false;
        };
    }

    public boolean isLay() {
        return switch (this) {
            case LAY_AUDIT, LAY_AREA, LAY_OTHER -> true;
            case CHAIR,
                    DEPUTY_CHAIR,
                    ACCOUNTABLE_OFFICER,
                    CHIEF_FINANCE_OFFICER,
                    REGISTERED_NURSE,
                    SECONDARY_CARE_SPECIALIST,
                    GENERAL_PRACTITIONER,
                    OTHER ->
                    false;
        };
    }
}
