package org.ccgledger.command.instruments;

import static org.ccgledger.events.Role.PARLIAMENTARY_RECORDER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.InstrumentId;
import org.ccgledger.events.SiNumber;
import org.ccgledger.events.instruments.GivenPower;
import org.ccgledger.events.instruments.House;
import org.ccgledger.events.instruments.Procedure;
import org.jspecify.annotations.Nullable;

/// What can be recorded of an instrument, in the order of its passage. The day on which each thing
/// happened is the command's `effectiveOn`.
public sealed interface InstrumentCommand extends Command {

    InstrumentId instrument();

    @Override
    default Set<BodyRef> senders() {
        return Set.of();
    }

    /// `powers` are what the instrument makes lawful once it is in force; none if it gives none.
    @SentBy(PARLIAMENTARY_RECORDER)
    record LayInstrument(
            InstrumentId instrument,
            String title,
            String parentAct,
            Procedure procedure,
            List<GivenPower> powers)
            implements InstrumentCommand {}

    /// `committee` is the name of the committee that reports.
    @SentBy(PARLIAMENTARY_RECORDER)
    record RecordScrutiny(
            InstrumentId instrument, String committee, DocRef report, boolean recommendsApproval)
            implements InstrumentCommand {}

    /// The House divided on the motion to approve. `statedMajority` is a source's, to be held
    /// against ayes less noes.
    @SentBy(PARLIAMENTARY_RECORDER)
    record RecordDivision(
            InstrumentId instrument,
            House house,
            int ayes,
            int noes,
            @Nullable Integer statedMajority)
            implements InstrumentCommand {

        /// More members than either House has ever had; keeps the arithmetic within bounds.
        private static final int MOST = 2_000;

        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            if (ayes < 0 || ayes > MOST) {
                errors.add(new FieldError("/ayes", "is 0 to " + MOST));
            }
            if (noes < 0 || noes > MOST) {
                errors.add(new FieldError("/noes", "is 0 to " + MOST));
            }
            return errors;
        }
    }

    /// The House approved without dividing.
    @SentBy(PARLIAMENTARY_RECORDER)
    record RecordHouseApproval(InstrumentId instrument, House house) implements InstrumentCommand {}

    /// Made on the command's day, in force from `inForceOn`.
    @SentBy(PARLIAMENTARY_RECORDER)
    record MakeInstrument(InstrumentId instrument, SiNumber siNumber, LocalDate inForceOn)
            implements InstrumentCommand {}

    /// Revoked on the command's day, out of force from `revokedFrom`.
    ///
    /// @param by the instrument that revokes it
    @SentBy(PARLIAMENTARY_RECORDER)
    record RevokeInstrument(InstrumentId instrument, @Nullable SiNumber by, LocalDate revokedFrom)
            implements InstrumentCommand {}
}
