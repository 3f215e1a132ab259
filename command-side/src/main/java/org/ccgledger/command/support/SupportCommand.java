package org.ccgledger.command.support;

import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;
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
import org.ccgledger.events.Money;
import org.ccgledger.events.Period;
import org.ccgledger.events.ServiceLine;
import org.ccgledger.events.Source;
import org.ccgledger.events.SupportId;
import org.ccgledger.events.support.SupportProviderKind;
import org.jspecify.annotations.Nullable;

/// What can be asked for about commissioning support.
public sealed interface SupportCommand extends Command {

    /// For how long the Board stands in where there is no market, as a source says it.
    ///
    /// @param until the last day
    @SentBy(BOARD_OFFICER)
    record SetBackstopPeriod(LocalDate from, LocalDate until, Source source)
            implements SupportCommand {
        @Override
        public Set<BodyRef> senders() {
            return Set.of(BodyRef.BOARD);
        }

        @Override
        public List<FieldError> fieldErrors() {
            return until.isBefore(from)
                    ? List.of(new FieldError("/until", "is not before from"))
                    : List.of();
        }
    }

    /// The group chooses who supports it in a service.
    ///
    /// @param cost of a year
    /// @param decider who decides on what the support prepares; the group itself if absent
    @SentBy(value = CCG_ACCOUNTABLE_OFFICER, leftToRule = true, bodyLeftToRule = true)
    record ChooseCommissioningSupport(
            SupportId support,
            CcgCode ccg,
            ServiceLine service,
            SupportProviderKind providerKind,
            BodyRef provider,
            Period period,
            Money cost,
            @Nullable BodyRef decider)
            implements SupportCommand {
        @Override
        public Set<BodyRef> senders() {
            return Set.of(BodyRef.ccg(ccg));
        }

        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            if (!isOfItsKind()) {
                errors.add(new FieldError("/provider", "is a body of the kind " + providerKind));
            }
            if (cost.isNegative()) {
                errors.add(new FieldError("/cost", "is not negative"));
            }
            return errors;
        }

        private boolean isOfItsKind() {
            BodyRef group = BodyRef.ccg(ccg);
            return switch (providerKind) {
                case IN_HOUSE -> provider.equals(group);
                case SHARED_CCG -> provider.isCcg() && !provider.equals(group);
                case CSU_BACKSTOP -> provider.kind().equals("CSU");
                case SOCIAL_ENTERPRISE, INDEPENDENT -> provider.kind().equals("PROVIDER");
                case LOCAL_AUTHORITY -> provider.kind().equals("LA");
            };
        }
    }

    /// The group ends an arrangement.
    ///
    /// @param endsOn its last day
    /// @param successor the arrangement that takes its place
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record EndCommissioningSupport(
            SupportId support, CcgCode ccg, LocalDate endsOn, @Nullable SupportId successor)
            implements SupportCommand {
        @Override
        public Set<BodyRef> senders() {
            return Set.of(BodyRef.ccg(ccg));
        }
    }

    /// Sent by the system when what the Board stands in for ends soon.
    @SentBy(SYSTEM)
    record RecordBackstopSuccessionRisk(SupportId support, CcgCode ccg) implements SupportCommand {
        @Override
        public Set<BodyRef> senders() {
            return Set.of();
        }

        @Override
        public Optional<CcgCode> about() {
            return Optional.of(ccg);
        }
    }
}
