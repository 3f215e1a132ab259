package org.ccgledger.command.tariffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.GO_LIVE;
import static org.ccgledger.command.directions.Directed.NEIGHBOUR;
import static org.ccgledger.command.directions.Directed.established;
import static org.ccgledger.events.tariffs.TariffChangeKind.MODIFICATION;
import static org.ccgledger.events.tariffs.TariffChangeKind.VARIATION;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.tariffs.TariffCommand.*;
import org.ccgledger.command.tariffs.TariffRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Period;
import org.ccgledger.events.Role;
import org.ccgledger.events.TariffVariationId;
import org.ccgledger.events.tariffs.TariffChangeKind;
import org.ccgledger.events.tariffs.TariffEvent.*;
import org.ccgledger.events.tariffs.TariffPurpose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TariffTest {

    private static final TariffVariationId PRICE = new TariffVariationId("07G-urgent-care-price");
    private static final BodyRef TRUST = new BodyRef("PROVIDER/RWN");
    private static final DocRef STATEMENT = DocRef.titled("Statement of the variation");
    private static final DocRef DECISION = DocRef.titled("Monitor's letter");
    private static final Period YEAR = new Period(GO_LIVE, GO_LIVE.plusYears(1).minusDays(1));
    private static final LocalDate AGREED_ON = GO_LIVE.plusDays(10);
    private static final LocalDate APPROVED_ON = GO_LIVE.plusDays(20);
    private static final LocalDate LAST_DAY = AGREED_ON.plusDays(30);
    private static final PublishTariffVariation PUBLISH =
            new PublishTariffVariation(PRICE, THURROCK, STATEMENT, null);
    private static final RecordVariationOverdue OVERDUE =
            new RecordVariationOverdue(PRICE, THURROCK);

    private static Specification officer() {
        return Specification.of(TariffDecider.DECIDER)
                .given(established(THURROCK))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(THURROCK))
                .on(GO_LIVE);
    }

    private static ProposeTariffVariation propose(TariffChangeKind kind, Period period) {
        return new ProposeTariffVariation(
                PRICE,
                THURROCK,
                TRUST,
                "Urgent care",
                kind,
                "One price for a year of care",
                TariffPurpose.INTEGRATION,
                period);
    }

    private static TariffVariationProposed proposed(TariffChangeKind kind) {
        return new TariffVariationProposed(
                PRICE,
                THURROCK,
                TRUST,
                "Urgent care",
                kind,
                "One price for a year of care",
                TariffPurpose.INTEGRATION,
                YEAR,
                GO_LIVE);
    }

    private static TariffVariationAgreed agreed() {
        return new TariffVariationAgreed(PRICE, THURROCK, TRUST, AGREED_ON);
    }

    private static TariffModificationApproved approved() {
        return new TariffModificationApproved(PRICE, THURROCK, DECISION, APPROVED_ON);
    }

    private static TariffModificationRefused refused() {
        return new TariffModificationRefused(PRICE, THURROCK, DECISION, APPROVED_ON);
    }

    private static TariffVariationPublished published(LocalDate on) {
        return new TariffVariationPublished(PRICE, THURROCK, STATEMENT, null, on);
    }

    private static VariationPublicationOverdue overdue(LocalDate due) {
        return new VariationPublicationOverdue(PRICE, THURROCK, due, due.plusDays(1));
    }

    private static RecordMonitorApproval monitor(boolean approves) {
        return new RecordMonitorApproval(PRICE, THURROCK, approves, DECISION);
    }

    @Test
    void a_change_is_proposed_for_the_interest_of_patients() {
        officer().when(propose(VARIATION, YEAR)).thenAccepted(proposed(VARIATION));
        officer()
                .withoutReasons()
                .when(propose(VARIATION, YEAR))
                .thenRefused(new ReasonsRequired());
    }

    @Test
    void a_group_changes_prices_once_it_is_operational() {
        officer()
                .on(GO_LIVE.minusDays(1))
                .when(propose(VARIATION, YEAR))
                .thenRefused(new CCGNotOperational(THURROCK, GO_LIVE.minusDays(1)));
    }

    @Test
    void an_id_stands_for_one_change_whose_period_does_not_run_backwards() {
        officer().given(proposed(VARIATION)).when(propose(VARIATION, YEAR)).thenUnchanged();
        officer()
                .given(proposed(VARIATION))
                .when(propose(MODIFICATION, YEAR))
                .thenRefused(new CodeInUse(PRICE));
        LocalDate before = GO_LIVE.minusDays(1);
        officer()
                .when(propose(VARIATION, new Period(GO_LIVE, before)))
                .thenRefused(new InvalidPeriod(GO_LIVE, before));
    }

    @Test
    void the_provider_agrees_for_itself() {
        AgreeTariffVariation agree = new AgreeTariffVariation(PRICE, THURROCK, TRUST);
        assertThat(agree.senders()).containsExactly(TRUST);
        officer().given(proposed(VARIATION)).on(AGREED_ON).when(agree).thenAccepted(agreed());
        officer().given(proposed(VARIATION), agreed()).when(agree).thenUnchanged();
        officer()
                .given(proposed(VARIATION))
                .when(new AgreeTariffVariation(PRICE, THURROCK, new BodyRef("PROVIDER/NQ101")))
                .thenNotFound();
        officer()
                .given(proposed(MODIFICATION), agreed(), refused())
                .when(agree)
                .thenRefused(new AlreadyDecided(APPROVED_ON));
    }

    @Test
    void what_was_not_proposed_by_the_group_is_not_found() {
        for (TariffCommand command :
                List.of(
                        new AgreeTariffVariation(PRICE, THURROCK, TRUST),
                        PUBLISH,
                        monitor(true),
                        OVERDUE)) {
            officer().when(command).thenNotFound();
        }
        officer()
                .given(proposed(VARIATION))
                .when(new PublishTariffVariation(PRICE, NEIGHBOUR, STATEMENT, null))
                .thenNotFound();
    }

    @Test
    void a_variation_is_published_once_it_is_agreed() {
        officer()
                .given(proposed(VARIATION))
                .when(PUBLISH)
                .thenRefused(new ProviderAgreementMissing(TRUST));
        officer()
                .given(proposed(VARIATION), agreed())
                .on(LAST_DAY)
                .when(PUBLISH)
                .thenAccepted(published(LAST_DAY));
        officer()
                .given(proposed(VARIATION), agreed(), published(LAST_DAY))
                .on(LAST_DAY)
                .when(PUBLISH)
                .thenUnchanged();
        LocalDate tomorrow = LAST_DAY.plusDays(1);
        officer()
                .given(proposed(VARIATION), agreed())
                .on(LAST_DAY)
                .when(new PublishTariffVariation(PRICE, THURROCK, STATEMENT, tomorrow))
                .thenRefused(new InvalidPeriod(tomorrow, LAST_DAY));
    }

    @Test
    void a_modification_is_published_once_monitor_has_approved_it() {
        MonitorApprovalRequired required = new MonitorApprovalRequired(PRICE);
        officer().given(proposed(MODIFICATION), agreed()).when(PUBLISH).thenRefused(required);
        officer()
                .given(proposed(MODIFICATION), agreed(), refused())
                .when(PUBLISH)
                .thenRefused(required);
        officer()
                .given(proposed(MODIFICATION), agreed(), approved())
                .on(APPROVED_ON)
                .when(PUBLISH)
                .thenAccepted(published(APPROVED_ON));
    }

    @Test
    void monitor_decides_once_on_a_modification_that_is_agreed() {
        CcgEvent modification = proposed(MODIFICATION);
        officer()
                .given(modification)
                .when(monitor(true))
                .thenRefused(new ProviderAgreementMissing(TRUST));
        officer()
                .given(modification, agreed())
                .on(APPROVED_ON)
                .when(monitor(true))
                .thenAccepted(approved());
        officer()
                .given(modification, agreed())
                .on(APPROVED_ON)
                .when(monitor(false))
                .thenAccepted(refused());
        officer().given(modification, agreed(), approved()).when(monitor(true)).thenUnchanged();
        officer().given(modification, agreed(), refused()).when(monitor(false)).thenUnchanged();
        AlreadyDecided decided = new AlreadyDecided(APPROVED_ON);
        officer()
                .given(modification, agreed(), approved())
                .when(monitor(false))
                .thenRefused(decided);
        officer().given(modification, agreed(), refused()).when(monitor(true)).thenRefused(decided);
        Specification out =
                officer().given(modification, agreed(), approved(), published(APPROVED_ON));
        out.when(monitor(true)).thenUnchanged();
        out.when(monitor(false)).thenRefused(decided);
    }

    @Test
    void monitor_has_nothing_to_approve_in_a_variation() {
        officer()
                .given(proposed(VARIATION), agreed())
                .when(monitor(true))
                .thenRefused(new ApprovalNotNeeded(PRICE));
    }

    @Tag("L2")
    @Test
    void a_variation_that_is_not_published_within_30_days_is_overdue_once() {
        Specification agreed = officer().given(proposed(VARIATION), agreed());
        agreed.on(LAST_DAY).when(OVERDUE).thenUnchanged();
        agreed.on(LAST_DAY.plusDays(1)).when(OVERDUE).thenAccepted(overdue(LAST_DAY));
        officer()
                .given(proposed(VARIATION), agreed(), overdue(LAST_DAY))
                .on(LAST_DAY.plusDays(2))
                .when(OVERDUE)
                .thenUnchanged();
        officer()
                .given(proposed(VARIATION), agreed(), published(LAST_DAY))
                .on(LAST_DAY.plusDays(1))
                .when(OVERDUE)
                .thenUnchanged();
    }

    @Test
    void the_30_days_of_a_modification_are_counted_from_monitors_approval() {
        officer()
                .given(proposed(MODIFICATION), agreed())
                .on(LAST_DAY.plusDays(1))
                .when(OVERDUE)
                .thenUnchanged();
        LocalDate last = APPROVED_ON.plusDays(30);
        Specification approved = officer().given(proposed(MODIFICATION), agreed(), approved());
        approved.on(last).when(OVERDUE).thenUnchanged();
        approved.on(last.plusDays(1)).when(OVERDUE).thenAccepted(overdue(last));
        officer()
                .given(proposed(MODIFICATION), agreed(), approved(), overdue(last))
                .on(last.plusDays(1))
                .when(PUBLISH)
                .thenAccepted(published(last.plusDays(1)));
    }
}
