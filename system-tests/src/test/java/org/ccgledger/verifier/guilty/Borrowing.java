package org.ccgledger.verifier.guilty;

import tools.jackson.databind.JsonNode;

/// Guilty: a check that needs more than a JDK to run.
public record Borrowing(JsonNode body) {}
