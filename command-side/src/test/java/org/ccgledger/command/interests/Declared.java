package org.ccgledger.command.interests;

import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.GO_LIVE;

import java.time.LocalDate;
import org.ccgledger.command.directions.Directed;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.interests.DeclarantClass;
import org.ccgledger.events.interests.InterestCategory;
import org.ccgledger.events.interests.InterestEvent.InterestDeclared;
import org.ccgledger.events.interests.InterestTerms;
import org.ccgledger.events.membership.ContractType;
import org.ccgledger.events.membership.MembershipEvent.PracticeAdmitted;
import org.jspecify.annotations.Nullable;

/// Thurrock, a general practitioner of one of its members and what is declared to it, for tests.
public final class Declared {

    public static final PersonId GP = new PersonId("0e2d1f64-5a8b-4c55-9f20-7a3d1c9e8b42");
    public static final PersonId GUARDIAN = new PersonId("c41f0b7e-2a6d-4d38-8e15-9b7f30a2d6e4");
    public static final InterestId SHARES = new InterestId("3c1f7a90-55d2-4e1b-8b64-0a9d7e2c4f18");
    public static final InterestId SPOUSE = new InterestId("a7d2e9b1-0f43-4c86-9a5d-6e1b8c3f7024");
    static final PracticeCode SURGERY = new PracticeCode("F81001");
    static final BodyRef PROVIDER = new BodyRef("PROVIDER/NQ101");
    public static final LocalDate DECLARED_ON = GO_LIVE.plusDays(14);
    public static final BodyRef GROUP = BodyRef.ccg(THURROCK);

    private Declared() {}

    public static CcgEvent established() {
        return Directed.established(THURROCK);
    }

    static PracticeAdmitted admitted(CcgCode ccg) {
        return new PracticeAdmitted(SURGERY, ccg, ContractType.GMS, GO_LIVE);
    }

    public static PersonalText text(String text) {
        return new PersonalText(GP, text);
    }

    public static InterestTerms terms(LocalDate from, @Nullable LocalDate until) {
        return new InterestTerms(
                InterestCategory.FINANCIAL,
                false,
                null,
                PROVIDER,
                null,
                text("Owns a tenth of its shares"),
                from,
                until,
                null);
    }

    static InterestTerms indirect(@Nullable PersonalText relationship) {
        return new InterestTerms(
                InterestCategory.FINANCIAL,
                true,
                relationship,
                null,
                text("A company that runs clinics"),
                text("Is its director"),
                GO_LIVE,
                null,
                null);
    }

    /// A financial interest in a provider since the group is operational.
    public static InterestDeclared declared() {
        return declared(GP, SHARES, terms(GO_LIVE, null), true);
    }

    public static InterestDeclared declared(
            PersonId person, InterestId interest, InterestTerms terms, boolean consent) {
        return new InterestDeclared(
                interest,
                person,
                THURROCK,
                null,
                DeclarantClass.MEMBER,
                SURGERY,
                true,
                terms,
                GO_LIVE,
                consent,
                null,
                DECLARED_ON);
    }
}
