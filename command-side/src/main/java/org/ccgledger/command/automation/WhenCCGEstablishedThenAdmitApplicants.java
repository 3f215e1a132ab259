package org.ccgledger.command.automation;

import java.util.List;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.membership.MembershipCommand.AdmitPractice;
import org.ccgledger.events.Authority;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;

/// NHS Act 2006 s.14A: those who applied are the members with whom a group begins.
public final class WhenCCGEstablishedThenAdmitApplicants {

    private WhenCCGEstablishedThenAdmitApplicants() {}

    public static List<Envelope> react(Cause cause) {
        return cause.event() instanceof CCGEstablished established
                ? established.applicants().stream()
                        .map(practice ->
                                cause.sends(
                                        "WhenCCGEstablishedThenAdmitApplicants",
                                        practice.value(),
                                        new AdmitPractice(established.ccg(), practice, null),
                                        established.effectiveOn(),
                                        Authority.of("NHS Act 2006", "s.14A")))
                        .toList()
                : List.of();
    }
}
