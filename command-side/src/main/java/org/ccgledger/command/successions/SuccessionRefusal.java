package org.ccgledger.command.successions;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.MergerId;
import org.ccgledger.events.successions.MergerFactor;

/// Why groups do not come together, or do not cease to exist, as asked.
sealed interface SuccessionRefusal extends Refusal {

    @Rule(
            title = "Only a group that operates on the day merges, or takes the place of another",
            cure = "Name groups that are established and have not ceased by then.")
    record CCGNotOperational(Set<CcgCode> ccgs) implements SuccessionRefusal {}

    @Rule(
            title = "An application to merge speaks to every factor that the regulations name",
            cure = "Say something on each of the factors named.")
    record FactorsNotAddressed(Set<MergerFactor> missing) implements SuccessionRefusal {}

    @Rule(
            title = "The groups that are to merge apply for the same terms",
            cure = "Send the terms with which the first of them applied, or use another id.",
            status = 409)
    record TermsDiffer(MergerId merger) implements SuccessionRefusal {}

    @Rule(
            title = "Every group that is to merge has applied itself",
            cure = "Have the groups named apply first.")
    record MemberAgreementMissing(Set<CcgCode> missing) implements SuccessionRefusal {}

    @Rule(
            title = "An application to merge is decided once",
            cure = "Have the groups apply anew, under another id.",
            status = 409)
    record AlreadyDecided(MergerId merger, LocalDate on) implements SuccessionRefusal {}

    @Rule(
            title = "A merger takes effect on a day that is not before its approval",
            cure = "Name a later 1 April.")
    record InvalidPeriod(LocalDate decidedOn, LocalDate takesEffectOn)
            implements SuccessionRefusal {}

    @Rule(
            title =
                    "A merger is completed once it is approved, on the day on which it takes effect",
            cure = "Have it approved, and complete it as at that day once the day has come.")
    record MergerNotDue(MergerId merger, String takesEffectOn) implements SuccessionRefusal {}

    @Rule(
            title = "A code stands for one group, for all time",
            cure = "Use a code that was never used.",
            status = 409)
    record CodeInUse(CcgCode ccg) implements SuccessionRefusal {}

    @Rule(
            id = "K10",
            title = "Whatever is open when a group ceases to exist passes to a successor or ends",
            cure =
                    "Allot what is named to a successor; have the Board take back or assign anew what the group exercises for others.")
    record SuccessionIncomplete(Set<String> matters) implements SuccessionRefusal {}

    @Rule(
            title = "Groups give way to integrated care boards by the Health and Care Act 2022",
            cure = "Date it on or after the day named.")
    record LegalPowerNotInForce(LocalDate inForceFrom) implements SuccessionRefusal {}
}
