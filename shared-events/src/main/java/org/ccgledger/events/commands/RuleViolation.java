package org.ccgledger.events.commands;

/// What a refused command ran against: the field or thing, and what is wrong with it.
public record RuleViolation(String field, String message) {}
