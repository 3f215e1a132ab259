package org.ccgledger.ledger;

import java.util.UUID;

/// Text about a natural person, to be stored apart from the fact in which it stood.
///
/// @param field JSON pointer to where it stood
/// @param subject the person, by pseudonym
public record PersonalPart(String field, UUID subject, String text) {}
