package org.ccgledger.command.severances;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.severances.ClauseKind;
import org.ccgledger.events.severances.SeveranceClause;
import org.ccgledger.events.severances.SeveranceEvent;
import org.ccgledger.events.severances.SeveranceEvent.*;
import org.ccgledger.events.severances.SeverancePayment;
import org.jspecify.annotations.Nullable;

/// Where an agreement on leaving stands.
sealed interface Severance {

    record NotDrafted() implements Severance {}

    /// Drafted, or returned.
    record Draft(Terms terms) implements Severance {}

    record Submitted(Terms terms, @Nullable LocalDate employeeInformedOn) implements Severance {}

    record Approved(Terms terms, By by, LocalDate on) implements Severance {}

    record Refused(Terms terms, LocalDate on) implements Severance {}

    record Signed(Terms terms, LocalDate on) implements Severance {}

    /// Who has approved last: the Department of Health first, then the Treasury.
    enum By {
        DEPARTMENT,
        TREASURY
    }

    /// A clause without its words, which are in the document.
    record Clause(int no, ClauseKind kind) {}

    /// What is agreed, by the digest of the document.
    record Terms(
            BodyRef employer,
            PersonId employee,
            SeverancePayment payment,
            List<Clause> clauses,
            @Nullable String digest) {

        static Terms of(
                BodyRef employer,
                PersonId employee,
                SeverancePayment payment,
                List<SeveranceClause> clauses,
                DocRef agreement) {
            return new Terms(
                    employer,
                    employee,
                    payment,
                    clauses.stream().map(clause -> new Clause(clause.no(), clause.kind())).toList(),
                    agreement.sha256());
        }

        List<Integer> numbersOf(ClauseKind kind) {
            return clauses.stream()
                    .filter(clause -> clause.kind() == kind)
                    .map(Clause::no)
                    .toList();
        }

        boolean isIn(DocRef document) {
            return Objects.equals(digest, document.sha256());
        }
    }

    /// What was drafted last, if anything was.
    default Optional<Terms> drafted() {
        return switch (this) {
            case NotDrafted _ -> Optional.empty();
            case Draft(var terms) -> Optional.of(terms);
            case Submitted(var terms, _) -> Optional.of(terms);
            case Approved(var terms, _, _) -> Optional.of(terms);
            case Refused(var terms, _) -> Optional.of(terms);
            case Signed(var terms, _) -> Optional.of(terms);
        };
    }

    /// Today's rules do not judge yesterday's facts: an event that fits no state leaves it as it
    /// is.
    default Severance evolve(SeveranceEvent event) {
        return switch (event) {
            case SeveranceDrafted e ->
                    new Draft(
                            Terms.of(
                                    e.employer(),
                                    e.employee(),
                                    e.payment(),
                                    e.clauses(),
                                    e.agreement()));
            case SeveranceSubmitted e ->
                    with(terms -> new Submitted(terms, e.employeeInformedOn()));
            case SeveranceReturned _ -> with(Draft::new);
            case SeveranceApprovedByDH e ->
                    with(terms -> new Approved(terms, By.DEPARTMENT, e.effectiveOn()));
            case SeveranceApprovedByTreasury e ->
                    with(terms -> new Approved(terms, By.TREASURY, e.effectiveOn()));
            case SeveranceRefused e -> with(terms -> new Refused(terms, e.effectiveOn()));
            case SeveranceSigned e -> with(terms -> new Signed(terms, e.effectiveOn()));
        };
    }

    private Severance with(Function<Terms, Severance> next) {
        return drafted().map(next).orElse(this);
    }
}
