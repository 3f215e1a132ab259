package org.ccgledger.command.conduct;

import static org.ccgledger.events.Role.AREA_TEAM;
import static org.ccgledger.events.Role.AUDITOR;
import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;
import static org.ccgledger.events.Role.CCG_FINANCE_OFFICER;
import static org.ccgledger.events.Role.CCG_GOVERNANCE_LEAD;
import static org.ccgledger.events.Role.CONFLICTS_GUARDIAN;
import static org.ccgledger.events.Role.DECLARANT;
import static org.ccgledger.events.Role.GOVERNING_BODY_CHAIR;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.BreachId;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.GiftId;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.conduct.GiftKind;
import org.ccgledger.events.conduct.TrainingModule;
import org.ccgledger.events.interests.DeclarantClass;
import org.jspecify.annotations.Nullable;

/// What can be asked for about gifts, hospitality, breaches and training. All personal text is
/// about the person whom the command names.
public sealed interface ConductCommand extends Command {

    PersonId person();

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// The statutory guidance: what is offered is declared, whether it is accepted or declined.
    ///
    /// @param gift an id for it, never used before
    /// @param offerorName and the nature of its business
    /// @param value estimated, in pounds
    /// @param approver who agreed that it was accepted
    @SentBy({DECLARANT, CCG_GOVERNANCE_LEAD})
    record DeclareGiftOrHospitality(
            GiftId gift,
            PersonId person,
            CcgCode ccg,
            @Nullable PersonalText name,
            DeclarantClass declarant,
            GiftKind kind,
            @Nullable BodyRef offeror,
            @Nullable PersonalText offerorName,
            PersonalText description,
            BigDecimal value,
            LocalDate offeredOn,
            @Nullable LocalDate receivedOn,
            boolean accepted,
            @Nullable PersonId approver)
            implements ConductCommand {
        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            ofAnother(person, name, "/name").ifPresent(errors::add);
            ofAnother(person, offerorName, "/offerorName").ifPresent(errors::add);
            ofAnother(person, description, "/description").ifPresent(errors::add);
            if (offeror == null && offerorName == null) {
                errors.add(new FieldError("/offeror", "is given by its code or its name"));
            }
            if (value.signum() < 0) {
                errors.add(new FieldError("/value", "is not negative"));
            }
            return errors;
        }
    }

    /// Anybody may report that somebody broke the rules.
    ///
    /// @param person who is said to have done so
    @SentBy({
        DECLARANT,
        CONFLICTS_GUARDIAN,
        CCG_GOVERNANCE_LEAD,
        CCG_ACCOUNTABLE_OFFICER,
        CCG_FINANCE_OFFICER,
        GOVERNING_BODY_CHAIR,
        BOARD_OFFICER,
        AREA_TEAM,
        AUDITOR
    })
    record ReportBreach(
            BreachId breach,
            CcgCode ccg,
            PersonId person,
            PersonalText narrative,
            @Nullable InterestId interest)
            implements ConductCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return ofAnother(person, narrative, "/narrative").stream().toList();
        }
    }

    /// The guardian closes what was investigated.
    ///
    /// @param publishSummary what the public is told, which names nobody; nothing if absent
    @SentBy(CONFLICTS_GUARDIAN)
    record CloseBreach(
            BreachId breach,
            CcgCode ccg,
            PersonId person,
            PersonalText findings,
            @Nullable String publishSummary)
            implements ConductCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return ofAnother(person, findings, "/findings").stream().toList();
        }
    }

    /// Somebody has completed a part of the mandatory training.
    @SentBy(CCG_GOVERNANCE_LEAD)
    record RecordTraining(
            PersonId person, CcgCode ccg, TrainingModule module, LocalDate completedOn)
            implements ConductCommand {}

    private static Optional<FieldError> ofAnother(
            PersonId person, @Nullable PersonalText text, String pointer) {
        return text == null || text.subject().equals(person)
                ? Optional.empty()
                : Optional.of(new FieldError(pointer + "/subject", "is the person named"));
    }
}
