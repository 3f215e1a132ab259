package org.ccgledger.command.tariffs;

import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;
import static org.ccgledger.events.Role.CCG_GOVERNANCE_LEAD;
import static org.ccgledger.events.Role.MONITOR;
import static org.ccgledger.events.Role.PROVIDER;
import static org.ccgledger.events.Role.SYSTEM;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Period;
import org.ccgledger.events.TariffVariationId;
import org.ccgledger.events.tariffs.TariffChangeKind;
import org.ccgledger.events.tariffs.TariffPurpose;
import org.jspecify.annotations.Nullable;

/// What can be asked for about a local change of the national tariff.
public sealed interface TariffCommand extends Command {

    TariffVariationId variation();

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// Health and Social Care Act 2012 s.116(2), s.124. The reasons say why it is in the interest
    /// of patients.
    ///
    /// @param change of the price or the currency, in words
    /// @param period for which it is to hold
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record ProposeTariffVariation(
            TariffVariationId variation,
            CcgCode ccg,
            BodyRef provider,
            String service,
            TariffChangeKind kind,
            String change,
            TariffPurpose purpose,
            Period period)
            implements TariffCommand {}

    /// The provider agrees for itself.
    @SentBy(value = PROVIDER, forOwnBody = true)
    record AgreeTariffVariation(TariffVariationId variation, CcgCode ccg, BodyRef provider)
            implements TariffCommand {
        @Override
        public Set<BodyRef> senders() {
            return Set.of(provider);
        }

        @Override
        public Optional<CcgCode> about() {
            return Optional.of(ccg);
        }
    }

    /// Health and Social Care Act 2012 s.116(3).
    ///
    /// @param submittedOn when Monitor was sent the statement, if it was
    @SentBy(CCG_GOVERNANCE_LEAD)
    record PublishTariffVariation(
            TariffVariationId variation,
            CcgCode ccg,
            DocRef statement,
            @Nullable LocalDate submittedOn)
            implements TariffCommand {}

    /// Health and Social Care Act 2012 s.124: what Monitor decided on a modification.
    @SentBy(MONITOR)
    record RecordMonitorApproval(
            TariffVariationId variation, CcgCode ccg, boolean approved, DocRef decision)
            implements TariffCommand {}

    /// Sent when the day after the last one for publication has come.
    @SentBy(SYSTEM)
    record RecordVariationOverdue(TariffVariationId variation, CcgCode ccg)
            implements TariffCommand {

        /// L2: Health and Social Care Act 2012 s.116(3) with the national tariff's rules: the
        /// statement is published within 30 days.
        public static final int DAYS_TO_PUBLISH = 30;
    }
}
