package org.ccgledger.standalone.england;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ccgledger.command.predecessors.PredecessorCommand.*;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.PostId;
import org.ccgledger.events.Role;
import org.ccgledger.events.predecessors.Holding;
import org.ccgledger.events.predecessors.HoldingKind;
import org.ccgledger.events.predecessors.Share;
import org.ccgledger.events.predecessors.TransferLine;

/// How some primary care trusts gave way to groups and others, as commands.
///
/// Told are those whose area is that of one or more whole groups. What each held is synthetic, but
/// that public health went to local authorities, primary care to the Board and property to a
/// company is the law's. Where several groups came after one trust, they share it by the patients
/// on their lists.
final class PredecessorScript {

    private static final LocalDate REGISTERED_ON = LocalDate.of(2012, 10, 1);
    private static final LocalDate MADE_ON = LocalDate.of(2013, 3, 28);
    private static final LocalDate ABOLISHED_ON = LocalDate.of(2013, 3, 31);
    private static final LocalDate TRANSFERS_ON = LocalDate.of(2013, 4, 1);
    private static final String ACT = "Health and Social Care Act 2012";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int PLACES = 4;
    private static final Holding SERVICES =
            new Holding(HoldingKind.FUNCTION, "Commissioning of hospital and community services");
    private static final Holding PRIMARY_CARE =
            new Holding(HoldingKind.FUNCTION, "Commissioning of primary care");
    private static final Holding PUBLIC_HEALTH =
            new Holding(HoldingKind.PUBLIC_HEALTH_FUNCTION, "Public health");
    private static final Holding ESTATE = new Holding(HoldingKind.ASSET, "Estate");
    private static final Holding STAFF =
            new Holding(HoldingKind.STAFF_GROUP, "Commissioning staff");
    private static final BodyRef PROPERTY_COMPANY = new BodyRef("PROVIDER/NHSPS");
    private static final Provenance ON_RECORD =
            Provenance.assumed("public record, not held against a copy");
    private static final Provenance BY_PATIENTS =
            Provenance.assumed("shares by the patients on the groups' lists");

    private final EnglandPlan plan;
    private final Script script;

    PredecessorScript(EnglandPlan plan, Script script) {
        this.plan = plan;
        this.script = script;
    }

    void write() {
        KnownTrust.all().forEach(this::giveWay);
    }

    private void giveWay(KnownTrust trust) {
        Actor lead =
                Script.office("transition-lead", Role.TRANSITION_LEAD, BodyRef.pct(trust.code()));
        line(trust, lead, REGISTERED_ON, "s.34", ON_RECORD)
                .sends(
                        new RegisterPredecessor(
                                trust.code(),
                                trust.name(),
                                trust.sha(),
                                List.of(SERVICES, PRIMARY_CARE, PUBLIC_HEALTH, ESTATE, STAFF)),
                        "trust");
        List<TransferLine> lines = new ArrayList<>();
        lines.addAll(shared(trust, SERVICES));
        lines.addAll(shared(trust, STAFF));
        lines.add(whole(PRIMARY_CARE, BodyRef.BOARD));
        lines.add(whole(PUBLIC_HEALTH, trust.authority()));
        lines.add(whole(ESTATE, PROPERTY_COMPANY));
        line(trust, DepartmentOfHealth.SECRETARY_OF_STATE, MADE_ON, "s.300", BY_PATIENTS)
                .sends(new MakeTransferScheme(trust.code(), TRANSFERS_ON, lines), "scheme");
        line(
                        trust,
                        lead,
                        MADE_ON,
                        "s.300",
                        Provenance.synthetic("a post stands in for those not listed"))
                .sends(
                        new TransferStaff(
                                trust.code(),
                                new PostId(trust.code() + "-post-1"),
                                BodyRef.ccg(trust.groups().getFirst()),
                                TRANSFERS_ON),
                        "post");
        line(trust, DepartmentOfHealth.SECRETARY_OF_STATE, ABOLISHED_ON, "s.34", ON_RECORD)
                .sends(new AbolishPredecessor(trust.code()), "end");
    }

    /// The last of the groups has what the others leave.
    private List<TransferLine> shared(KnownTrust trust, Holding holding) {
        List<PlannedGroup> groups =
                trust.groups().stream()
                        .map(code -> plan.group(code.value()).orElseThrow())
                        .toList();
        BigDecimal patients =
                BigDecimal.valueOf(
                        groups.stream().mapToLong(group -> group.ccg().patients()).sum());
        BigDecimal left = WHOLE;
        List<TransferLine> lines = new ArrayList<>();
        for (PlannedGroup group : groups) {
            BigDecimal share =
                    group.equals(groups.getLast())
                            ? left
                            : WHOLE.multiply(BigDecimal.valueOf(group.ccg().patients()))
                                    .divide(patients, PLACES, RoundingMode.HALF_UP);
            left = left.subtract(share);
            lines.add(
                    new TransferLine(
                            holding.kind(),
                            holding.name(),
                            group.body(),
                            new Share(share.toPlainString())));
        }
        return lines;
    }

    private static TransferLine whole(Holding holding, BodyRef receiver) {
        return new TransferLine(
                holding.kind(), holding.name(), receiver, new Share(WHOLE.toPlainString()));
    }

    private Script.Line line(
            KnownTrust trust, Actor actor, LocalDate on, String provision, Provenance provenance) {
        return script.by("trust-" + trust.code(), actor, on)
                .under(ACT, provision)
                .knownFrom(provenance);
    }
}
