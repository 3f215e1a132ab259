package org.ccgledger.events.authorisation;

import org.ccgledger.events.CriterionId;
import org.ccgledger.events.Source;

/// One criterion of authorisation in one of the six domains.
///
/// @param domain 1 to 6
public record Criterion(CriterionId criterion, int domain, String text, Source source) {}
