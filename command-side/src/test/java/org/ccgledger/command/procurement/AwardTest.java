package org.ccgledger.command.procurement;

import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.*;
import static org.ccgledger.command.interests.Declared.GP;
import static org.ccgledger.command.interests.Declared.SHARES;
import static org.ccgledger.command.interests.Declared.declared;
import static org.ccgledger.command.procurement.Procured.*;
import static org.ccgledger.events.procurement.ProcurementRoute.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.procurement.ProcurementCommand.*;
import org.ccgledger.command.procurement.ProcurementRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Period;
import org.ccgledger.events.Role;
import org.ccgledger.events.funds.FundEvent.FinancialLimitSet;
import org.ccgledger.events.interests.InterestEvent.InterestEnded;
import org.ccgledger.events.procurement.ContractEndCause;
import org.ccgledger.events.procurement.ProcurementEvent.*;
import org.ccgledger.events.procurement.ProcurementRoute;
import org.ccgledger.events.procurement.SelectionGround;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AwardTest {

    private static final ConflictAffectsAward CONFLICTED =
            new ConflictAffectsAward(GP, Set.of(SHARES));
    private static final DocRef PUBLICATION = DocRef.titled("Register of contracts");

    private static InterestEnded ended(LocalDate lastDay) {
        return new InterestEnded(SHARES, GP, THURROCK, lastDay, lastDay);
    }

    private static VaryContract vary(Period period) {
        return vary("900000.00", period);
    }

    private static VaryContract vary(String amount, Period period) {
        return new VaryContract(
                URGENT_CARE,
                THURROCK,
                FIRST,
                "Urgent care by day",
                pounds(amount),
                period,
                "Fewer hours");
    }

    private static ContractVaried varied(LocalDate on) {
        return new ContractVaried(
                URGENT_CARE,
                THURROCK,
                FIRST,
                "Urgent care by day",
                pounds("900000.00"),
                TERM,
                "Fewer hours",
                on);
    }

    private static EndContract end(LocalDate lastDay) {
        return new EndContract(
                URGENT_CARE, THURROCK, FIRST, lastDay, ContractEndCause.BY_AGREEMENT);
    }

    private static ContractEnded contractEnded(LocalDate lastDay) {
        return new ContractEnded(
                URGENT_CARE, THURROCK, FIRST, lastDay, ContractEndCause.BY_AGREEMENT, AWARDED_ON);
    }

    @Test
    void an_offer_is_recorded_whatever_the_state_of_the_procurement() {
        RecordBid record = new RecordBid(URGENT_CARE, THURROCK, FIRST, "A provider");
        lead().given(need()).on(BID_ON).when(record).thenAccepted(bid(FIRST));
        lead().given(need(), bid(FIRST)).when(record).thenUnchanged();
    }

    @Tag("K12")
    @Test
    void an_offer_is_judged_by_somebody_without_an_interest_in_a_bidder() {
        lead().given(offered(OPEN_COMPETITION))
                .when(evaluate(FIRST, NURSE))
                .thenAccepted(evaluated(FIRST, NURSE));
        lead().given(offered(OPEN_COMPETITION))
                .given(declared())
                .when(evaluate(FIRST, GP))
                .thenRefused(CONFLICTED);
        // The interest lies in one bidder, and the offer is another's.
        lead().given(offered(OPEN_COMPETITION))
                .given(declared())
                .when(evaluate(SECOND, GP))
                .thenRefused(CONFLICTED);
    }

    @Test
    void an_interest_counts_while_it_is_live_and_in_whom_it_lies() {
        lead().given(offered(OPEN_COMPETITION))
                .given(declared(), ended(BID_ON.minusDays(1)))
                .when(evaluate(FIRST, GP))
                .thenAccepted(BidEvaluated.class);
        lead().given(offered(OPEN_COMPETITION))
                .given(declared(), ended(BID_ON))
                .when(evaluate(FIRST, GP))
                .thenRefused(CONFLICTED);
        lead().given(need(), decided(OPEN_COMPETITION), advertised(), bid(SECOND), declared())
                .on(BID_ON)
                .when(evaluate(SECOND, GP))
                .thenAccepted(BidEvaluated.class);
    }

    @Test
    void a_practices_member_has_an_interest_in_its_offer() {
        BodyRef surgery = new BodyRef("PRACTICE/F81001");
        lead().given(need(), decided(OPEN_COMPETITION), advertised(), bid(surgery), declared())
                .on(BID_ON)
                .when(evaluate(surgery, GP))
                .thenRefused(CONFLICTED);
    }

    @Test
    void what_is_open_to_all_is_advertised_before_it_is_judged() {
        for (ProcurementRoute route : List.of(OPEN_COMPETITION, ANY_QUALIFIED_PROVIDER)) {
            lead().given(need(), decided(route), bid(FIRST))
                    .when(evaluate(FIRST, NURSE))
                    .thenRefused(new NotAdvertised(route));
            officer()
                    .given(need(), decided(route), bid(FIRST), evaluated(FIRST, NURSE))
                    .when(award(FIRST, NURSE))
                    .thenRefused(new NotAdvertised(route));
        }
        lead().given(need(), decided(NHS_ONLY_COMPETITION), bid(FIRST))
                .when(evaluate(FIRST, NURSE))
                .thenAccepted(BidEvaluated.class);
        // Advertised, but not by the day of the judgement.
        lead().given(need(), decided(OPEN_COMPETITION), advertised(), bid(FIRST))
                .on(ADVERTISED_ON.minusDays(1))
                .when(evaluate(FIRST, NURSE))
                .thenRefused(new NotAdvertised(OPEN_COMPETITION));
    }

    @Test
    void an_offer_that_was_not_made_is_not_judged_nor_one_without_a_route() {
        lead().given(need()).when(evaluate(FIRST, NURSE)).thenNotFound();
        lead().given(need(), bid(FIRST))
                .when(evaluate(FIRST, NURSE))
                .thenRefused(new RouteNotDecided(URGENT_CARE));
        lead().given(offered(OPEN_COMPETITION))
                .given(evaluated(FIRST, NURSE))
                .when(evaluate(FIRST, NURSE))
                .thenUnchanged();
    }

    @Test
    void a_contract_is_awarded_to_an_offer_that_was_judged() {
        officer()
                .given(offered(OPEN_COMPETITION))
                .given(evaluated(FIRST, NURSE))
                .on(AWARDED_ON)
                .when(award(FIRST, NURSE))
                .thenAccepted(awarded(FIRST, AWARDED_ON));
        officer()
                .given(offered(OPEN_COMPETITION))
                .given(evaluated(FIRST, NURSE))
                .when(award(SECOND, NURSE))
                .thenRefused(new BidNotEvaluated(SECOND));
        officer()
                .given(need())
                .when(award(FIRST, NURSE))
                .thenRefused(new RouteNotDecided(URGENT_CARE));
        officer().when(award(FIRST, NURSE)).thenNotFound();
    }

    @Test
    void without_competition_the_contract_is_that_of_the_provider_named() {
        for (ProcurementRoute route : List.of(CONTINUE_EXISTING, SINGLE_CAPABLE)) {
            officer()
                    .given(need(), decided(route))
                    .when(award(FIRST, NURSE))
                    .thenAccepted(ContractAwarded.class);
            officer()
                    .given(need(), decided(route))
                    .when(award(SECOND, NURSE))
                    .thenRefused(new SingleProviderNotJustified(SECOND));
        }
    }

    @Test
    void the_group_is_operational_and_exercises_the_function_itself() {
        ServiceNeedIdentified acute =
                new ServiceNeedIdentified(
                        URGENT_CARE, THURROCK, ACUTE, "Urgent care", null, GO_LIVE);
        officer()
                .given(acute, decided(CONTINUE_EXISTING))
                .when(award(FIRST, NURSE))
                .thenRefused(new FunctionNotExercisable(ACUTE, BodyRef.BOARD));
        officer()
                .given(acute, awarded(FIRST, AWARDED_ON))
                .when(vary(TERM))
                .thenRefused(new FunctionNotExercisable(ACUTE, BodyRef.BOARD));
        officer()
                .given(need(), decided(CONTINUE_EXISTING))
                .on(GO_LIVE.minusDays(1))
                .when(award(FIRST, NURSE))
                .thenRefused(new CCGNotOperational(THURROCK, GO_LIVE.minusDays(1)));
    }

    @Test
    void no_award_favours_a_sector() {
        officer()
                .given(need(), decided(CONTINUE_EXISTING))
                .when(award(FIRST, NURSE, SelectionGround.QUALITY, SelectionGround.OWNERSHIP))
                .thenRefused(new OwnershipDiscrimination("OWNERSHIP"));
    }

    @Test
    void nobody_with_an_interest_decides() {
        officer()
                .given(need(), decided(CONTINUE_EXISTING), declared())
                .when(award(FIRST, GP))
                .thenRefused(CONFLICTED);
        officer()
                .given(offered(OPEN_COMPETITION))
                .given(declared(), evaluated(SECOND, NURSE))
                .when(award(SECOND, GP))
                .thenRefused(CONFLICTED);
        officer()
                .given(offered(OPEN_COMPETITION))
                .given(declared(), ended(BID_ON), evaluated(SECOND, NURSE))
                .on(AWARDED_ON)
                .when(award(SECOND, GP))
                .thenAccepted(ContractAwarded.class);
    }

    @Test
    void an_interest_that_is_declared_after_the_judgement_stands_in_the_way_of_the_award() {
        officer()
                .given(offered(OPEN_COMPETITION))
                .given(evaluated(FIRST, GP), declared())
                .on(AWARDED_ON)
                .when(award(FIRST, NURSE))
                .thenRefused(CONFLICTED);
    }

    @Test
    void the_record_says_all_that_regulation_9_asks_for_and_how_duties_are_met() {
        AwardContract whole = award(FIRST, NURSE);
        officer()
                .given(need(), decided(CONTINUE_EXISTING))
                .when(
                        new AwardContract(
                                URGENT_CARE,
                                THURROCK,
                                FIRST,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                null,
                                null,
                                MINUTES,
                                null))
                .thenRefused(
                        new AwardRecordIncomplete(
                                List.of(
                                        "providerName",
                                        "registeredOffice",
                                        "services",
                                        "amount",
                                        "period",
                                        "process",
                                        "duties.effectiveness",
                                        "duties.quality",
                                        "duties.integration",
                                        "deciders")));
        officer()
                .given(need(), decided(CONTINUE_EXISTING))
                .when(
                        new AwardContract(
                                URGENT_CARE,
                                THURROCK,
                                FIRST,
                                whole.providerName(),
                                whole.registeredOffice(),
                                whole.services(),
                                whole.amount(),
                                null,
                                whole.period(),
                                whole.process(),
                                new Duties("Less travelling", "Shorter waits", null),
                                List.of(),
                                List.of(NURSE),
                                List.of(),
                                null,
                                null,
                                MINUTES,
                                null))
                .thenRefused(new AwardRecordIncomplete(List.of("duties.integration")));
    }

    @Test
    void no_award_goes_beyond_the_limit_that_the_governing_body_has_set() {
        FinancialLimitSet limit = limit("1199999.99", GO_LIVE);
        AwardContract award = award(FIRST, NURSE);
        officer()
                .given(offered(OPEN_COMPETITION))
                .given(evaluated(FIRST, NURSE), limit)
                .on(AWARDED_ON)
                .when(award)
                .thenRefused(new ExceedsFinancialLimit(pounds("1200000.00"), pounds("1199999.99")));
        officer()
                .given(offered(OPEN_COMPETITION))
                .given(evaluated(FIRST, NURSE), limit)
                .given(limit("1200000.00", AWARDED_ON))
                .on(AWARDED_ON)
                .when(award)
                .thenAccepted(ContractAwarded.class);
    }

    private static FinancialLimitSet limit(String amount, LocalDate on) {
        return new FinancialLimitSet(
                THURROCK,
                new FinancialYear("2013/14"),
                Role.CCG_ACCOUNTABLE_OFFICER,
                pounds(amount),
                on);
    }

    @Test
    void no_contract_is_raised_beyond_the_limit_that_the_governing_body_has_set() {
        Specification limited =
                officer()
                        .given(need(), awarded(FIRST, AWARDED_ON))
                        .given(limit("1300000.00", AWARDED_ON));
        limited.when(vary("5000000.00", TERM))
                .thenRefused(new ExceedsFinancialLimit(pounds("5000000.00"), pounds("1300000.00")));
        limited.when(vary("1300000.00", TERM)).thenAccepted(ContractVaried.class);
    }

    @Test
    void a_contract_that_is_not_raised_is_varied_whatever_the_limit_is_now() {
        Specification limited =
                officer().given(need(), awarded(FIRST, AWARDED_ON), limit("100000.00", AWARDED_ON));
        limited.when(vary("1200000.00", TERM)).thenAccepted(ContractVaried.class);
        limited.when(vary(TERM)).thenAccepted(varied(AWARDED_ON));
        limited.given(varied(AWARDED_ON))
                .when(vary("900000.01", TERM))
                .thenRefused(new ExceedsFinancialLimit(pounds("900000.01"), pounds("100000.00")));
    }

    @Test
    void of_a_contract_of_several_groups_what_the_others_pay_does_not_count() {
        ContractAwarded whole = awarded(FIRST, AWARDED_ON);
        ContractAwarded shared =
                new ContractAwarded(
                        URGENT_CARE,
                        THURROCK,
                        whole.award(),
                        pounds("90000.00"),
                        whole.grounds(),
                        whole.deciders(),
                        whole.conflicts(),
                        null,
                        whole.committee(),
                        whole.decision(),
                        null,
                        AWARDED_ON);
        Specification limited =
                officer().given(need(), shared).given(limit("100000.00", AWARDED_ON));
        limited.when(vary("1210000.00", TERM)).thenAccepted(ContractVaried.class);
        limited.when(vary("1210000.01", TERM))
                .thenRefused(new ExceedsFinancialLimit(pounds("100000.01"), pounds("100000.00")));
    }

    @Test
    void there_is_one_contract_except_for_any_qualified_provider() {
        officer()
                .given(offered(OPEN_COMPETITION))
                .given(evaluated(FIRST, NURSE), evaluated(SECOND, NURSE))
                .given(awarded(FIRST, AWARDED_ON))
                .when(award(SECOND, NURSE))
                .thenRefused(new AlreadyDecided(AWARDED_ON));
        officer()
                .given(offered(ANY_QUALIFIED_PROVIDER))
                .given(evaluated(FIRST, NURSE), evaluated(SECOND, NURSE))
                .given(awarded(FIRST, AWARDED_ON))
                .when(award(SECOND, NURSE))
                .thenAccepted(ContractAwarded.class);
        officer()
                .given(need(), decided(CONTINUE_EXISTING), awarded(FIRST, AWARDED_ON))
                .when(award(FIRST, NURSE))
                .thenUnchanged();
        officer()
                .given(offered(ANY_QUALIFIED_PROVIDER))
                .given(evaluated(FIRST, NURSE), awarded(FIRST, AWARDED_ON))
                .on(AWARDED_ON.plusDays(1))
                .when(award(FIRST, NURSE))
                .thenRefused(new AlreadyDecided(AWARDED_ON));
    }

    @Test
    void a_period_does_not_run_backwards() {
        Period backwards = new Period(TERM.from(), TERM.from().minusDays(1));
        InvalidPeriod invalid = new InvalidPeriod(backwards.from(), TERM.from().minusDays(1));
        AwardContract whole = award(FIRST, NURSE);
        officer()
                .given(need(), decided(CONTINUE_EXISTING))
                .when(
                        new AwardContract(
                                URGENT_CARE,
                                THURROCK,
                                FIRST,
                                whole.providerName(),
                                whole.registeredOffice(),
                                whole.services(),
                                whole.amount(),
                                null,
                                backwards,
                                whole.process(),
                                whole.duties(),
                                List.of(),
                                List.of(NURSE),
                                List.of(),
                                null,
                                null,
                                MINUTES,
                                null))
                .thenRefused(invalid);
        officer()
                .given(need(), awarded(FIRST, AWARDED_ON))
                .when(vary(backwards))
                .thenRefused(invalid);
        officer()
                .given(need(), awarded(FIRST, AWARDED_ON))
                .when(end(TERM.from().minusDays(1)))
                .thenRefused(invalid);
    }

    @Test
    void an_award_is_published() {
        PublishAward publish = new PublishAward(URGENT_CARE, THURROCK, FIRST, PUBLICATION);
        AwardPublished published =
                new AwardPublished(URGENT_CARE, THURROCK, FIRST, PUBLICATION, AWARDED_ON);
        lead().given(need(), awarded(FIRST, AWARDED_ON)).when(publish).thenAccepted(published);
        lead().given(need(), awarded(FIRST, AWARDED_ON), published).when(publish).thenUnchanged();
        lead().given(need()).when(publish).thenNotFound();
    }

    @Test
    void a_contract_is_varied_until_it_has_ended() {
        officer()
                .given(need(), awarded(FIRST, AWARDED_ON))
                .when(vary(TERM))
                .thenAccepted(varied(AWARDED_ON));
        officer()
                .given(need(), awarded(FIRST, AWARDED_ON), varied(AWARDED_ON))
                .when(vary(TERM))
                .thenUnchanged();
        LocalDate lastDay = TERM.from().plusYears(1);
        officer()
                .given(need(), awarded(FIRST, AWARDED_ON), contractEnded(lastDay))
                .on(lastDay)
                .when(vary(TERM))
                .thenAccepted(ContractVaried.class);
        officer()
                .given(need(), awarded(FIRST, AWARDED_ON), contractEnded(lastDay))
                .on(lastDay.plusDays(1))
                .when(vary(TERM))
                .thenRefused(new ContractNotLive(FIRST, lastDay));
        officer().given(need()).when(vary(TERM)).thenNotFound();
    }

    @Test
    void a_contract_ends_once() {
        LocalDate lastDay = TERM.from().plusYears(1);
        officer()
                .given(need(), awarded(FIRST, AWARDED_ON))
                .when(end(lastDay))
                .thenAccepted(contractEnded(lastDay));
        officer()
                .given(need(), awarded(FIRST, AWARDED_ON), contractEnded(lastDay))
                .when(end(lastDay))
                .thenUnchanged();
        officer()
                .given(need(), awarded(FIRST, AWARDED_ON), contractEnded(lastDay))
                .when(end(lastDay.plusDays(1)))
                .thenRefused(new ContractNotLive(FIRST, lastDay));
        officer().given(need()).when(end(lastDay)).thenNotFound();
    }
}
