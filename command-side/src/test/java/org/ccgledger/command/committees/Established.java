package org.ccgledger.command.committees;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CommitteeAppointmentId;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.SeatCode;
import org.ccgledger.events.VariationId;
import org.ccgledger.events.committees.CommitteeEvent.CommitteeEstablished;
import org.ccgledger.events.committees.CommitteeEvent.CommitteeMemberAppointed;
import org.ccgledger.events.committees.CommitteeKind;
import org.ccgledger.events.committees.CommitteeSeat;
import org.ccgledger.events.committees.CommitteeTerms;
import org.ccgledger.events.committees.CommitteeVotingRule;
import org.ccgledger.events.committees.SeatCapacity;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVaried;
import org.jspecify.annotations.Nullable;

/// A group with a committee for primary care, for tests.
public final class Established {

    public static final CcgCode KINGSTON = new CcgCode("08J");
    public static final BodyRef GROUP = BodyRef.ccg(KINGSTON);
    public static final CommitteeId PRIMARY = new CommitteeId("08J-primary-care");
    public static final FunctionCode CONTRACTS = new FunctionCode("primary-medical-contracts");
    public static final LocalDate ESTABLISHED_ON = LocalDate.of(2015, 2, 2);
    public static final SeatCode CHAIR = new SeatCode("lay-chair");
    public static final SeatCode DEPUTY = new SeatCode("deputy-chair");
    public static final SeatCode OFFICERS = new SeatCode("officers");
    public static final SeatCode DOCTORS = new SeatCode("practitioners");
    static final SeatCode HEALTHWATCH = new SeatCode("healthwatch");
    static final PersonId LAY = new PersonId("6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11");
    static final PersonId DOCTOR = new PersonId("0d3f7c4e-5b52-4a6f-8c1e-9e0a7b6d5c21");

    private Established() {}

    /// The group exists, and its constitution permits that.
    public static List<CcgEvent> group(ConstitutionPermission... permits) {
        return List.of(
                new CCGEstablished(
                        KINGSTON,
                        new OnsCode("E38000090"),
                        "NHS Kingston Clinical Commissioning Group",
                        new AreaTeamCode("Q71"),
                        List.of(new AreaCode("E38000090")),
                        List.of(),
                        DocRef.titled("Constitution"),
                        LocalDate.of(2013, 2, 19)),
                new ConstitutionVaried(
                        KINGSTON,
                        new VariationId("08J-V1"),
                        2,
                        DocRef.titled("Constitution, second version"),
                        List.of(permits),
                        LocalDate.of(2015, 1, 5)));
    }

    public static CommitteeEstablished established() {
        return new CommitteeEstablished(
                PRIMARY,
                KINGSTON,
                CommitteeKind.PCCC,
                "Primary care commissioning committee",
                terms(2),
                ESTABLISHED_ON);
    }

    /// Three votes of others, and as many of practitioners as given.
    static CommitteeTerms terms(int practitioners) {
        return terms(practitioners, SeatCapacity.LAY);
    }

    static CommitteeTerms terms(int practitioners, SeatCapacity chair) {
        return terms(practitioners, chair, CommitteeVotingRule.MAJORITY, null);
    }

    static CommitteeTerms terms(
            int practitioners,
            SeatCapacity chair,
            CommitteeVotingRule rule,
            @Nullable BigDecimal percent) {
        return new CommitteeTerms(
                List.of(
                        new CommitteeSeat(CHAIR, chair, 1, true),
                        new CommitteeSeat(DEPUTY, SeatCapacity.LAY, 1, true),
                        new CommitteeSeat(OFFICERS, SeatCapacity.EXECUTIVE, 1, true),
                        new CommitteeSeat(
                                DOCTORS, SeatCapacity.GENERAL_PRACTITIONER, practitioners, true),
                        new CommitteeSeat(HEALTHWATCH, SeatCapacity.OTHER, 1, false)),
                CHAIR,
                DEPUTY,
                2,
                rule,
                percent,
                true,
                List.of(CONTRACTS));
    }

    public static CommitteeMemberAppointed appointed(
            int number, PersonId person, SeatCode seat, Period term) {
        return new CommitteeMemberAppointed(
                PRIMARY,
                KINGSTON,
                new CommitteeAppointmentId(PRIMARY + "-M" + number),
                person,
                null,
                seat,
                true,
                GROUP,
                term,
                ESTABLISHED_ON);
    }
}
