package org.ccgledger.events.successions;

import java.util.List;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.registry.ConstitutionPermission;

/// What groups apply for when they apply to merge, the same for each of them.
///
/// @param ccgs that are to merge, two or more
/// @param name of the group that takes their place
/// @param permits all that its constitution lets it do
public record MergerTerms(
        List<CcgCode> ccgs,
        String name,
        DocRef constitution,
        List<ConstitutionPermission> permits,
        PersonId accountableOfficer) {}
