package org.ccgledger.command.corrections;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.List;
import java.util.Optional;
import org.ccgledger.command.boundaries.Entries;
import org.ccgledger.command.corrections.CorrectionCommand.CorrectRecord;
import org.ccgledger.command.corrections.CorrectionRefusal.CodeInUse;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.corrections.CorrectionEvent;
import org.ccgledger.events.corrections.CorrectionEvent.RecordCorrected;

/// Decides on corrections. The boundary is one correction; whether the entry exists is read of its
/// stream.
public final class CorrectionDecider {

    /// The decisions on corrections.
    public static final Decider<CorrectionCommand, ?> DECIDER =
            Decider.of(
                            CorrectionCommand.class,
                            command -> StreamName.correction(command.correction()))
                    .<Optional<RecordCorrected>, CorrectionEvent>state(
                            Optional.empty(), CorrectionEvent.class, CorrectionDecider::evolve)
                    .deciding(CorrectionDecider::decide);

    private CorrectionDecider() {}

    private static Optional<RecordCorrected> evolve(
            Optional<RecordCorrected> before, CorrectionEvent event) {
        return switch (event) {
            case RecordCorrected e -> before.or(() -> Optional.of(e));
        };
    }

    private static Decision decide(
            CorrectionCommand command, Optional<RecordCorrected> before, Context context) {
        return switch (command) {
            case CorrectRecord correct -> correct(correct, before, context);
        };
    }

    private static Decision correct(
            CorrectRecord command, Optional<RecordCorrected> before, Context context) {
        if (!exists(command, context)) {
            return notFound(
                    "There is no entry "
                            + command.entry().stream()
                            + " in version "
                            + command.entry().version()
                            + (command.ccg() == null ? "" : " that concerns " + command.ccg()));
        }
        RecordCorrected corrected =
                new RecordCorrected(
                        command.correction(),
                        command.entry(),
                        command.ccg(),
                        command.field(),
                        command.wrong(),
                        command.right(),
                        context.effectiveOn());
        if (before.isPresent()) {
            return before.orElseThrow().equals(corrected)
                    ? unchanged()
                    : refuse(new CodeInUse(command.correction()));
        }
        return context.hasReasons() ? accept(corrected) : refuse(new ReasonsRequired());
    }

    private static boolean exists(CorrectRecord command, Context context) {
        List<CcgEvent> events = Entries.around(command.entry(), context.reads());
        CcgCode ccg = command.ccg();
        return ccg == null
                ? !events.isEmpty()
                : events.stream().anyMatch(event -> event.tags().contains(Tag.ccg(ccg)));
    }
}
