package org.ccgledger.events.procurement;

/// How an award complies with the duties of a group.
///
/// @param effectiveness NHS Act 2006 s.14Q: effectively, efficiently and economically
/// @param quality s.14R: improvement in the quality of services
/// @param integration s.14Z1: integration
public record DutiesNote(String effectiveness, String quality, String integration) {}
