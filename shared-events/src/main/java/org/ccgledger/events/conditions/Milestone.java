package org.ccgledger.events.conditions;

import java.time.LocalDate;

/// A step of a rectification plan and the day by which it is due.
public record Milestone(String text, LocalDate due) {}
