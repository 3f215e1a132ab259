package org.ccgledger.command.successions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.MergerId;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.membership.ContractType;
import org.ccgledger.events.membership.MembershipEvent.PracticeAdmitted;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;
import org.ccgledger.events.successions.AddressedFactor;
import org.ccgledger.events.successions.MergerFactor;
import org.ccgledger.events.successions.MergerTerms;
import org.ccgledger.events.successions.Settlement;
import org.ccgledger.events.successions.SuccessionEvent.*;

/// The three groups that merged first, and the stages of their merger, for tests.
public final class Merging {

    public static final CcgCode GATESHEAD = new CcgCode("00F");
    public static final CcgCode NORTH_AND_EAST = new CcgCode("00G");
    public static final CcgCode WEST = new CcgCode("00H");
    public static final CcgCode NEWCASTLE_GATESHEAD = new CcgCode("13T");
    public static final BodyRef SUCCESSOR = BodyRef.ccg(NEWCASTLE_GATESHEAD);
    public static final LocalDate MERGED_ON = LocalDate.of(2015, 4, 1);

    static final MergerId MERGER = new MergerId("newcastle-gateshead");
    static final LocalDate APPLIED_ON = LocalDate.of(2014, 6, 1);
    static final LocalDate APPROVED_ON = LocalDate.of(2014, 8, 1);
    static final PersonId OFFICER = new PersonId("6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11");

    private Merging() {}

    public static CCGEstablished established(CcgCode ccg) {
        String ons = "E3800000" + (ccg.value().charAt(2) - 'A');
        return new CCGEstablished(
                ccg,
                new OnsCode(ons),
                "NHS " + ccg + " Clinical Commissioning Group",
                new AreaTeamCode("Q49"),
                List.of(new AreaCode(ons)),
                List.of(),
                DocRef.titled("Constitution"),
                LocalDate.of(2013, 2, 1));
    }

    public static PracticeAdmitted admitted(CcgCode ccg, PracticeCode practice) {
        return new PracticeAdmitted(practice, ccg, ContractType.GMS, LocalDate.of(2013, 4, 1));
    }

    static List<CcgEvent> groups() {
        return new ArrayList<>(
                List.of(established(GATESHEAD), established(NORTH_AND_EAST), established(WEST)));
    }

    static MergerTerms terms() {
        return new MergerTerms(
                List.of(GATESHEAD, NORTH_AND_EAST, WEST),
                "NHS Newcastle Gateshead Clinical Commissioning Group",
                DocRef.titled("Constitution of Newcastle Gateshead"),
                List.of(ConstitutionPermission.JOINT_COMMITTEES),
                OFFICER);
    }

    static List<AddressedFactor> factors() {
        return Arrays.stream(MergerFactor.values())
                .map(factor -> new AddressedFactor(factor, "As set out in the application"))
                .toList();
    }

    static MergerApplied applied(CcgCode ccg) {
        return new MergerApplied(MERGER, ccg, terms(), factors(), APPLIED_ON);
    }

    static MergerApproved approved() {
        return new MergerApproved(MERGER, terms(), MERGED_ON, APPROVED_ON);
    }

    public static CCGMerged merged(Settlement... settlements) {
        return new CCGMerged(
                MERGER,
                terms().ccgs(),
                NEWCASTLE_GATESHEAD,
                null,
                new AreaTeamCode("Q49"),
                List.of(
                        new AreaCode("E38000005"),
                        new AreaCode("E38000006"),
                        new AreaCode("E38000007")),
                terms(),
                List.of(settlements),
                MERGED_ON);
    }
}
