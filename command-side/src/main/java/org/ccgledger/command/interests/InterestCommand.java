package org.ccgledger.command.interests;

import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;
import static org.ccgledger.events.Role.CCG_GOVERNANCE_LEAD;
import static org.ccgledger.events.Role.CONFLICTS_GUARDIAN;
import static org.ccgledger.events.Role.DECLARANT;
import static org.ccgledger.events.Role.SYSTEM;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.interests.DeclarantClass;
import org.ccgledger.events.interests.InterestTerms;
import org.jspecify.annotations.Nullable;

/// What can be asked for about declarations of interests. All personal text is about the declarant.
public sealed interface InterestCommand extends Command {

    PersonId person();

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// The group to which the person had declared has ceased to exist, and `ccg` takes its place.
    @SentBy(SYSTEM)
    record CarryInterestsForward(PersonId person, CcgCode ccg, CcgCode from)
            implements InterestCommand {}

    /// NHS Act 2006 s.14O(3): whoever has an interest declares it as soon as practicable, and
    /// within 28 days.
    ///
    /// @param interest an id for it, never used before
    /// @param practice for which a member declares
    /// @param decisionMaking whether the declarant takes or shapes decisions on taxpayers' money;
    ///   if absent, true for all but employees
    /// @param awareOn when the declarant became aware of it
    /// @param objection the declarant's reasons for not consenting
    @SentBy({DECLARANT, CCG_GOVERNANCE_LEAD})
    record DeclareInterest(
            InterestId interest,
            PersonId person,
            CcgCode ccg,
            @Nullable PersonalText name,
            DeclarantClass declarant,
            @Nullable PracticeCode practice,
            @Nullable Boolean decisionMaking,
            InterestTerms terms,
            LocalDate awareOn,
            boolean consentToPublish,
            @Nullable PersonalText objection)
            implements InterestCommand, Declaration {
        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>(ofTerms(person, terms));
            ofAnother(person, name, "/name").ifPresent(errors::add);
            ofAnother(person, objection, "/objection").ifPresent(errors::add);
            return errors;
        }
    }

    /// NHS Act 2006 s.14O: that there is nothing to declare is declared too.
    @SentBy({DECLARANT, CCG_GOVERNANCE_LEAD})
    record DeclareNilInterests(
            PersonId person,
            CcgCode ccg,
            @Nullable PersonalText name,
            DeclarantClass declarant,
            @Nullable PracticeCode practice,
            @Nullable Boolean decisionMaking)
            implements InterestCommand, Declaration {
        @Override
        public List<FieldError> fieldErrors() {
            return ofAnother(person, name, "/name").stream().toList();
        }
    }

    /// The terms as they are from now on, in place of those before.
    @SentBy({DECLARANT, CCG_GOVERNANCE_LEAD})
    record AmendInterest(InterestId interest, PersonId person, CcgCode ccg, InterestTerms terms)
            implements InterestCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return ofTerms(person, terms);
        }
    }

    /// The interest ends; it stays on the public register for six months.
    ///
    /// @param until last day of the interest
    @SentBy({DECLARANT, CCG_GOVERNANCE_LEAD})
    record EndInterest(InterestId interest, PersonId person, CcgCode ccg, LocalDate until)
            implements InterestCommand {}

    /// The guardian, or a manager of the declarant, agrees what is done about the risk.
    @SentBy({CONFLICTS_GUARDIAN, CCG_GOVERNANCE_LEAD, CCG_ACCOUNTABLE_OFFICER})
    record ConfirmInterest(
            InterestId interest, PersonId person, CcgCode ccg, @Nullable PersonalText mitigation)
            implements InterestCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return ofAnother(person, mitigation, "/mitigation").stream().toList();
        }
    }

    /// The guardian withholds an interest from publication, for reasons that are given in writing;
    /// the whole entry stays in the ledger.
    @SentBy(value = CONFLICTS_GUARDIAN, leftToRule = true)
    record WithholdFromPublication(InterestId interest, PersonId person, CcgCode ccg)
            implements InterestCommand {}

    private static List<FieldError> ofTerms(PersonId person, InterestTerms terms) {
        List<FieldError> errors = new ArrayList<>();
        ofAnother(person, terms.relationship(), "/terms/relationship").ifPresent(errors::add);
        ofAnother(person, terms.organisationName(), "/terms/organisationName")
                .ifPresent(errors::add);
        ofAnother(person, terms.nature(), "/terms/nature").ifPresent(errors::add);
        ofAnother(person, terms.mitigation(), "/terms/mitigation").ifPresent(errors::add);
        if (terms.organisation() == null && terms.organisationName() == null) {
            errors.add(new FieldError("/terms/organisation", "is given by its code or its name"));
        }
        return errors;
    }

    private static Optional<FieldError> ofAnother(
            PersonId person, @Nullable PersonalText text, String pointer) {
        return text == null || text.subject().equals(person)
                ? Optional.empty()
                : Optional.of(new FieldError(pointer + "/subject", "is the person who declares"));
    }
}
