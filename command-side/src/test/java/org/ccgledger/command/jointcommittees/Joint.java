package org.ccgledger.command.jointcommittees;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ccgledger.command.instruments.Orders;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.VariationId;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.JointTerms;
import org.ccgledger.events.jointcommittees.JointVotingRule;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVaried;

/// Three groups whose constitutions permit joint committees, the order of 2014, and the stages of a
/// committee of theirs, for tests.
final class Joint {

    static final CcgCode KINGSTON = new CcgCode("08J");
    static final CcgCode MERTON = new CcgCode("08R");
    static final CcgCode SUTTON = new CcgCode("08T");
    static final CcgCode CROYDON = new CcgCode("07V");
    static final BodyRef A = BodyRef.ccg(KINGSTON);
    static final BodyRef B = BodyRef.ccg(MERTON);
    static final BodyRef C = BodyRef.ccg(SUTTON);
    static final BodyRef D = BodyRef.ccg(CROYDON);
    static final JointCommitteeId SOUTH_WEST = new JointCommitteeId("south-west-london");
    static final String NAME = "South West London joint committee";
    static final FunctionCode ACUTE = new FunctionCode("acute-commissioning");
    static final FunctionCode PLANNING = new FunctionCode("planning");
    static final DocRef MINUTES = DocRef.titled("Minutes of the governing body");
    static final LocalDate PROPOSED_ON = Orders.IN_FORCE_ON;
    static final LocalDate AGREED_ON = PROPOSED_ON.plusDays(14);
    static final LocalDate FORMED_ON = PROPOSED_ON.plusMonths(1);

    private Joint() {}

    /// The members are established, may act jointly, and the order of 2014 is in force.
    static List<CcgEvent> ready() {
        List<CcgEvent> events = new ArrayList<>();
        events.add(Orders.made());
        for (CcgCode ccg : List.of(KINGSTON, MERTON, SUTTON, CROYDON)) {
            events.add(established(ccg));
            events.add(permitted(ccg, List.of(ConstitutionPermission.JOINT_COMMITTEES)));
        }
        return events;
    }

    static CCGEstablished established(CcgCode ccg) {
        return new CCGEstablished(
                ccg,
                new OnsCode("E38000090"),
                "NHS Somewhere Clinical Commissioning Group",
                new AreaTeamCode("Q71"),
                List.of(new AreaCode("E38000090")),
                List.of(),
                DocRef.titled("Constitution"),
                LocalDate.of(2013, 2, 19));
    }

    static ConstitutionVaried permitted(CcgCode ccg, List<ConstitutionPermission> permits) {
        return new ConstitutionVaried(
                ccg,
                new VariationId(ccg + "-V1"),
                2,
                DocRef.titled("Constitution, second version"),
                permits,
                Orders.MADE_ON);
    }

    static DraftTerms draft() {
        return draft(JointVotingRule.UNANIMITY, false, ACUTE);
    }

    static DraftTerms draft(
            JointVotingRule rule, boolean majorityMayBind, FunctionCode... functions) {
        return new DraftTerms(
                List.of(functions),
                rule,
                rule == JointVotingRule.SUPERMAJORITY ? new java.math.BigDecimal("75") : null,
                majorityMayBind,
                2,
                90,
                "Members chair in turn",
                List.of("Mergers"),
                "The chairs, then mediation",
                "Each member answers for its own functions",
                null);
    }

    static JointTerms terms() {
        return draft().complete();
    }

    static JointCommitteeProposed proposed(BodyRef... members) {
        return proposed(JointPower.S14Z3, draft(), members);
    }

    static JointCommitteeProposed proposed(JointPower power, DraftTerms terms, BodyRef... members) {
        return new JointCommitteeProposed(
                SOUTH_WEST,
                NAME,
                power,
                members[0],
                List.of(members),
                terms.complete(),
                PROPOSED_ON);
    }

    static JoinAgreed agreed(BodyRef member) {
        return new JoinAgreed(SOUTH_WEST, member, 1, MINUTES, null, AGREED_ON);
    }

    static JoinDeclined declined(BodyRef member) {
        return new JoinDeclined(SOUTH_WEST, member, AGREED_ON);
    }

    static JointCommitteeFormed formed(JointPower power, DraftTerms terms, BodyRef... members) {
        return new JointCommitteeFormed(
                SOUTH_WEST, NAME, power, List.of(members), 1, terms.complete(), FORMED_ON);
    }

    /// All that has happened up to the formation of a committee of these members.
    static List<CcgEvent> joined(DraftTerms terms, BodyRef... members) {
        return Stream.of(
                        ready().stream(),
                        Stream.of(proposed(JointPower.S14Z3, terms, members)),
                        Arrays.stream(members).map(Joint::agreed),
                        Stream.of(formed(JointPower.S14Z3, terms, members)))
                .<CcgEvent>flatMap(events -> events)
                .toList();
    }

    static List<CcgEvent> joined(BodyRef... members) {
        return joined(draft(), members);
    }
}
