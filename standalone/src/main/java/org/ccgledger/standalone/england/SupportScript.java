package org.ccgledger.standalone.england;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.support.SupportCommand.ChooseCommissioningSupport;
import org.ccgledger.command.support.SupportCommand.SetBackstopPeriod;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.Money;
import org.ccgledger.events.Period;
import org.ccgledger.events.ServiceLine;
import org.ccgledger.events.SupportId;
import org.ccgledger.events.support.SupportProviderKind;
import org.jspecify.annotations.Nullable;

/// How groups chose their support, and what came after the back stop, as commands.
///
/// That the Board hosted units until a market existed, and that there were 19 of them in 2013, is
/// known; who bought from which is not. So every tenth group supports itself, as do those that
/// merge before the back stop ends, and the others buy from the units in turn. In the autumn before
/// the end each chooses what comes next; every thirtieth leaves it until it is seen to be at risk.
final class SupportScript {

    private static final LocalDate CHOSEN_ON = LocalDate.of(2013, 3, 28);
    private static final LocalDate BEGINS_ON = LocalDate.of(2013, 4, 1);
    private static final LocalDate CHOSEN_AGAIN_ON = LocalDate.of(2015, 9, 1);
    private static final LocalDate CHOSEN_LATE_ON = LocalDate.of(2016, 1, 15);
    private static final LocalDate LAST_DAY = LocalDate.of(2016, 3, 31);
    private static final int UNITS = 19;
    private static final int IN_HOUSE_EVERY = 10;
    private static final int LATE_EVERY = 30;
    private static final int PARTS_OF_ENVELOPE = 3;
    private static final ServiceLine SERVICE = new ServiceLine("commissioning-support");
    private static final String ACT = "NHS Act 2006";
    private static final Provenance BY_RULE =
            Provenance.assumed("groups buy from the 19 units in turn, every tenth from none");
    private static final Provenance AFTERWARDS =
            Provenance.assumed("what came after the back stop goes round the kinds of provider");

    private final EnglandPlan plan;
    private final Script script;
    private final Set<CcgCode> merging =
            KnownMerger.all().stream()
                    .filter(merger -> !merger.takesEffectOn().isAfter(LAST_DAY))
                    .flatMap(merger -> merger.from().stream())
                    .collect(Collectors.toUnmodifiableSet());

    SupportScript(EnglandPlan plan, Script script) {
        this.plan = plan;
        this.script = script;
    }

    void write() {
        Provenance around = Provenance.derived("around five years; " + Sources.LANSLEY_2011);
        script.by("support-policy", EnglandScript.OFFICER, PledgeScript.SPEECH_ON)
                .under(ACT, "s.14Z7")
                .knownFrom(around)
                .sends(
                        new SetBackstopPeriod(PledgeScript.SPEECH_ON, LAST_DAY, around.source()),
                        "back stop");
        List<PlannedGroup> groups = plan.groups();
        for (int i = 0; i < groups.size(); i++) {
            PlannedGroup group = groups.get(i);
            if (i % IN_HOUSE_EVERY == IN_HOUSE_EVERY - 1 || merging.contains(group.ods())) {
                choose(
                        group,
                        first(group),
                        SupportProviderKind.IN_HOUSE,
                        group.body(),
                        BEGINS_ON,
                        null,
                        CHOSEN_ON,
                        BY_RULE);
            } else {
                choose(
                        group,
                        first(group),
                        SupportProviderKind.CSU_BACKSTOP,
                        new BodyRef("CSU/SYN-" + (i % UNITS + 1)),
                        BEGINS_ON,
                        LAST_DAY,
                        CHOSEN_ON,
                        BY_RULE);
                chooseAgain(group, i);
            }
        }
    }

    private void chooseAgain(PlannedGroup group, int place) {
        List<PlannedGroup> groups = plan.groups();
        LocalDate on = place % LATE_EVERY == 0 ? CHOSEN_LATE_ON : CHOSEN_AGAIN_ON;
        SupportProviderKind kind =
                switch (place % 4) {
                    case 0 -> SupportProviderKind.SHARED_CCG;
                    case 1 -> SupportProviderKind.INDEPENDENT;
                    case 2 -> SupportProviderKind.SOCIAL_ENTERPRISE;
                    default -> SupportProviderKind.IN_HOUSE;
                };
        BodyRef provider =
                switch (kind) {
                    case SHARED_CCG -> groups.get((place + 1) % groups.size()).body();
                    case INDEPENDENT -> new BodyRef("PROVIDER/SYN-COMPANY");
                    case SOCIAL_ENTERPRISE -> new BodyRef("PROVIDER/SYN-ENTERPRISE");
                    case IN_HOUSE, CSU_BACKSTOP, LOCAL_AUTHORITY -> group.body();
                };
        choose(
                group,
                new SupportId(group.code() + "-commissioning-support-2"),
                kind,
                provider,
                LAST_DAY.plusDays(1),
                null,
                on,
                AFTERWARDS);
    }

    static SupportId first(PlannedGroup group) {
        return new SupportId(group.code() + "-commissioning-support-1");
    }

    /// Of a year: a third of the group's envelope.
    static Money cost(PlannedGroup group) {
        return new Money(
                RunningCostScript.envelope(group)
                        .amount()
                        .divideToIntegralValue(BigDecimal.valueOf(PARTS_OF_ENVELOPE))
                        .toPlainString());
    }

    private void choose(
            PlannedGroup group,
            SupportId support,
            SupportProviderKind kind,
            BodyRef provider,
            LocalDate from,
            @Nullable LocalDate until,
            LocalDate on,
            Provenance provenance) {
        script.by(group.code(), EnglandScript.accountableOfficer(group), on)
                .under(ACT, "s.14Z7")
                .knownFrom(provenance)
                .sends(
                        new ChooseCommissioningSupport(
                                support,
                                group.ods(),
                                SERVICE,
                                kind,
                                provider,
                                new Period(from, until),
                                cost(group),
                                null),
                        support.value());
    }
}
