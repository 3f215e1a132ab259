package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.functions;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import java.math.BigDecimal;
import java.util.List;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.jointcommittees.CommitteeInCommon;
import org.ccgledger.events.jointcommittees.DissolutionCause;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.JointTerms;

final class JointCommitteeSentences {

    private JointCommitteeSentences() {}

    static String of(JointCommitteeEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups));
    }

    private static String what(JointCommitteeEvent event, GroupNames groups) {
        String committee = "joint committee " + event.jointCommittee();
        return switch (event) {
            case JointCommitteeProposed e ->
                    body(e.proposedBy(), groups)
                            + " invited "
                            + bodies(e.members(), groups)
                            + " to act by "
                            + named(committee, e.name(), e.power(), e.terms());
            case JoinAgreed e ->
                    body(e.member(), groups)
                            + " agreed to join "
                            + committee
                            + " on version "
                            + e.termsVersion()
                            + " of its terms, by "
                            + quoted(e.decision())
                            + (e.conditions() == null
                                    ? ""
                                    : ", on the condition " + quoted(e.conditions()));
            case JoinDeclined e -> body(e.member(), groups) + " declined to join " + committee;
            case JointCommitteeFormed e ->
                    bodies(e.members(), groups)
                            + " formed "
                            + named(committee, e.name(), e.power(), e.terms());
            case JointTermsProposed e ->
                    body(e.proposedBy(), groups)
                            + " proposed version "
                            + e.termsVersion()
                            + " of the terms of "
                            + committee
                            + ", "
                            + terms(e.terms());
            case JointTermsAgreed e ->
                    body(e.member(), groups)
                            + " agreed to version "
                            + e.termsVersion()
                            + " of the terms of "
                            + committee
                            + ", by "
                            + quoted(e.decision());
            case JointTermsVaried e ->
                    "version "
                            + e.termsVersion()
                            + " of the terms of "
                            + committee
                            + " took effect for "
                            + bodies(e.members(), groups)
                            + ", "
                            + terms(e.terms());
            case MatterReservedToMember e ->
                    body(e.member(), groups)
                            + " kept a matter to itself that is before "
                            + committee
                            + ": "
                            + quoted(e.matter());
            case WithdrawalNoticeGiven e ->
                    body(e.member(), groups)
                            + " gave notice to leave "
                            + committee
                            + " on "
                            + day(e.leavesOn());
            case MemberWithdrew e -> body(e.member(), groups) + " left " + committee;
            case JointMembershipNovated e ->
                    body(e.successor(), groups)
                            + " took the place of "
                            + body(e.member(), groups)
                            + " on "
                            + committee;
            case AdmissionAgreed e ->
                    body(e.agreedBy(), groups)
                            + " agreed that "
                            + body(e.newcomer(), groups)
                            + " joins "
                            + committee
                            + " on version "
                            + e.termsVersion()
                            + " of its terms, by "
                            + quoted(e.decision());
            case JointMemberAdmitted e ->
                    body(e.member(), groups)
                            + " joined "
                            + committee
                            + " on version "
                            + e.termsVersion()
                            + " of its terms";
            case MemberSuspended e ->
                    body(e.member(), groups)
                            + " was suspended from "
                            + committee
                            + " because "
                            + switch (e.cause()) {
                                case FUNCTIONS_TAKEN ->
                                        "a direction has taken from it " + functions(e.functions());
                                case NOT_OPERATIONAL -> "it exercises no functions";
                            };
            case MemberSuspensionLifted e ->
                    body(e.member(), groups) + " was no longer suspended from " + committee;
            case ConversionAgreed e ->
                    body(e.member(), groups)
                            + " agreed that "
                            + inCommon(e.committees())
                            + " become "
                            + committee;
            case CommitteesInCommonConverted e ->
                    committee + " took the place of " + inCommon(e.committees());
            case DissolutionAgreed e ->
                    body(e.member(), groups)
                            + " agreed to dissolve "
                            + committee
                            + ", by "
                            + quoted(e.decision());
            case JointCommitteeDissolved e ->
                    committee
                            + ", with "
                            + count(e.members().size(), "member")
                            + " to the end, was dissolved "
                            + cause(e.cause());
        };
    }

    private static String inCommon(List<CommitteeInCommon> committees) {
        return "committees in common "
                + Wording.and(committees.stream().map(one -> one.committee().value()).toList());
    }

    private static String named(String committee, String name, JointPower power, JointTerms terms) {
        return committee + ", " + quoted(name) + ", under " + power(power) + ", " + terms(terms);
    }

    private static String cause(DissolutionCause cause) {
        return switch (cause) {
            case TOO_FEW_MEMBERS -> "since too few members remained";
            case AGREED -> "as its members agreed";
        };
    }

    private static String power(JointPower power) {
        return switch (power) {
            case S14Z3 -> "NHS Act 2006 s.14Z3";
            case S14Z9 -> "NHS Act 2006 s.14Z9";
            case S13Z -> "NHS Act 2006 s.13Z";
        };
    }

    private static String terms(JointTerms terms) {
        return "for "
                + functions(terms.functions())
                + ", deciding "
                + voting(terms)
                + (terms.majorityMayBind()
                        ? " with effect for all"
                        : " with nobody bound against its vote");
    }

    private static String voting(JointTerms terms) {
        BigDecimal percent = terms.percent();
        return switch (terms.votingRule()) {
            case UNANIMITY -> "unanimously";
            case MAJORITY -> "by majority";
            case SUPERMAJORITY ->
                    "by "
                            + (percent == null ? "the" : percent.toPlainString())
                            + " per cent of the votes";
            case CONSENSUS_THEN_VOTE -> "by consensus, else by majority";
        };
    }

    private static String bodies(List<BodyRef> bodies, GroupNames groups) {
        return Wording.and(bodies.stream().map(body -> body(body, groups)).toList());
    }
}
