package org.ccgledger.command.severances;

import static org.ccgledger.events.Role.DEPARTMENT_OF_HEALTH;
import static org.ccgledger.events.Role.EMPLOYER;
import static org.ccgledger.events.Role.TREASURY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.SeveranceId;
import org.ccgledger.events.severances.ReturnCause;
import org.ccgledger.events.severances.SeveranceClause;
import org.ccgledger.events.severances.SeverancePayment;
import org.jspecify.annotations.Nullable;

/// What can be asked for about an agreement on somebody's leaving.
public sealed interface SeveranceCommand extends Command {

    SeveranceId severance();

    BodyRef employer();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(employer());
    }

    /// The draft takes the place of the one before.
    ///
    /// @param employee by pseudonym, about whom all words of the clauses are
    /// @param agreement the whole document, by its digest
    @SentBy(value = EMPLOYER, forOwnBody = true)
    record DraftSeveranceAgreement(
            SeveranceId severance,
            BodyRef employer,
            PersonId employee,
            SeverancePayment payment,
            List<SeveranceClause> clauses,
            DocRef agreement)
            implements SeveranceCommand {
        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            for (int i = 0; i < clauses.size(); i++) {
                if (!clauses.get(i).text().subject().equals(employee)) {
                    errors.add(
                            new FieldError("/clauses/" + i + "/text/subject", "is the employee"));
                }
            }
            withoutDigest(agreement).ifPresent(errors::add);
            return errors;
        }
    }

    /// To the Department of Health.
    ///
    /// @param employeeInformedOn when the employee confirmed in writing to know of the right to
    ///   disclose in the public interest
    @SentBy(value = EMPLOYER, forOwnBody = true)
    record SubmitSeverance(
            SeveranceId severance, BodyRef employer, @Nullable LocalDate employeeInformedOn)
            implements SeveranceCommand {}

    /// For the employer to amend, with reasons.
    @SentBy(DEPARTMENT_OF_HEALTH)
    record ReturnSeverance(SeveranceId severance, BodyRef employer, ReturnCause cause)
            implements SeveranceCommand {}

    @SentBy(DEPARTMENT_OF_HEALTH)
    record ApproveSeveranceDH(SeveranceId severance, BodyRef employer)
            implements SeveranceCommand {}

    @SentBy(TREASURY)
    record ApproveSeveranceHMT(SeveranceId severance, BodyRef employer)
            implements SeveranceCommand {}

    /// For good, with reasons.
    @SentBy({DEPARTMENT_OF_HEALTH, TREASURY})
    record RefuseSeverance(SeveranceId severance, BodyRef employer) implements SeveranceCommand {}

    /// What is signed is what was approved.
    ///
    /// @param agreement as it is signed, by its digest
    @SentBy(value = EMPLOYER, forOwnBody = true)
    record SignSeverance(SeveranceId severance, BodyRef employer, DocRef agreement)
            implements SeveranceCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return withoutDigest(agreement).stream().toList();
        }
    }

    private static Optional<FieldError> withoutDigest(DocRef agreement) {
        String digest = agreement.sha256();
        return digest == null || !digest.matches("[0-9a-f]{64}")
                ? Optional.of(
                        new FieldError(
                                "/agreement/sha256", "is a SHA-256 digest in lower-case hex"))
                : Optional.empty();
    }
}
