package org.ccgledger.command.predecessors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.directions.Directed.established;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.command.decision.CommonRefusal.AuthorityNotCited;
import org.ccgledger.command.decision.CommonRefusal.BackdatedBeyondLimit;
import org.ccgledger.command.decision.CommonRefusal.EffectiveDateInFuture;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.predecessors.PredecessorCommand.*;
import org.ccgledger.command.predecessors.PredecessorRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.PctCode;
import org.ccgledger.events.PostId;
import org.ccgledger.events.Role;
import org.ccgledger.events.ShaCode;
import org.ccgledger.events.predecessors.Holding;
import org.ccgledger.events.predecessors.HoldingKind;
import org.ccgledger.events.predecessors.PredecessorEvent;
import org.ccgledger.events.predecessors.PredecessorEvent.StaffTransferred;
import org.ccgledger.events.predecessors.PredecessorEvent.TransferSchemeMade;
import org.ccgledger.events.predecessors.Share;
import org.ccgledger.events.predecessors.TransferLine;
import org.junit.jupiter.api.Test;

class PredecessorTest {

    private static final PctCode SURREY = new PctCode("5P5");
    private static final String NAME = "Surrey PCT";
    private static final ShaCode SOUTH_EAST_COAST = new ShaCode("Q37");
    private static final CcgCode HEATH = new CcgCode("10C");
    private static final CcgCode DOWNS = new CcgCode("99H");
    private static final BodyRef COUNTY = new BodyRef("LA/E10000030");
    private static final BodyRef COMPANY = new BodyRef("PROVIDER/NHSPS");

    private static final Holding ACUTE =
            new Holding(HoldingKind.FUNCTION, "Commissioning of acute services");
    private static final Holding SMOKING =
            new Holding(HoldingKind.PUBLIC_HEALTH_FUNCTION, "Stop smoking services");
    private static final Holding CLINIC = new Holding(HoldingKind.ASSET, "Clinic in Camberley");
    private static final Holding CLAIMS = new Holding(HoldingKind.LIABILITY, "Clinical claims");

    private static final LocalDate MADE_ON = LocalDate.of(2013, 3, 15);
    private static final LocalDate ABOLISHED_ON = LocalDate.of(2013, 3, 31);
    private static final LocalDate TRANSFERS_ON = LocalDate.of(2013, 4, 1);
    private static final PostId POST = new PostId("5P5-post-17");

    private static final AbolishPredecessor ABOLISH = new AbolishPredecessor(SURREY);
    private static final TransferStaff STAFF =
            new TransferStaff(SURREY, POST, BodyRef.ccg(HEATH), TRANSFERS_ON);
    private static final StaffTransferred TRANSFERRED =
            new StaffTransferred(SURREY, POST, BodyRef.ccg(HEATH), TRANSFERS_ON, MADE_ON);
    private static final CcgEvent ABOLISHED =
            new PredecessorEvent.PredecessorAbolished(SURREY, ABOLISHED_ON);

    private static Specification given(CcgEvent... events) {
        return Specification.of(PredecessorDecider.DECIDER)
                .given(established(HEATH), established(DOWNS))
                .given(events)
                .by(Role.DEPARTMENT_OF_HEALTH, new BodyRef("DH/X1"))
                .on(MADE_ON);
    }

    private static RegisterPredecessor register(Holding... holdings) {
        return new RegisterPredecessor(SURREY, NAME, SOUTH_EAST_COAST, List.of(holdings));
    }

    private static PredecessorEvent registered(Holding... holdings) {
        return new PredecessorEvent.PredecessorRegistered(
                SURREY, NAME, SOUTH_EAST_COAST, List.of(holdings), LocalDate.of(2012, 10, 1));
    }

    private static TransferLine line(Holding holding, BodyRef receiver, String share) {
        return new TransferLine(holding.kind(), holding.name(), receiver, new Share(share));
    }

    private static TransferLine line(Holding holding, CcgCode receiver, String share) {
        return line(holding, BodyRef.ccg(receiver), share);
    }

    private static MakeTransferScheme scheme(TransferLine... lines) {
        return new MakeTransferScheme(SURREY, TRANSFERS_ON, List.of(lines));
    }

    private static TransferSchemeMade made(TransferLine... lines) {
        return new TransferSchemeMade(SURREY, TRANSFERS_ON, List.of(lines), MADE_ON);
    }

    @Test
    void a_trust_is_registered_with_what_it_holds() {
        given().when(register(ACUTE, CLINIC))
                .thenAccepted(PredecessorEvent.PredecessorRegistered.class);
        given().on(LocalDate.of(2012, 10, 1))
                .when(register(ACUTE, CLINIC))
                .thenAccepted(registered(ACUTE, CLINIC));
        given(registered(ACUTE, CLINIC)).when(register(CLINIC, ACUTE)).thenUnchanged();
        given(registered(ACUTE, CLINIC)).when(register(CLINIC)).thenUnchanged();
    }

    @Test
    void what_a_trust_is_found_to_hold_later_is_registered_beside_the_rest() {
        given(registered(ACUTE))
                .on(LocalDate.of(2012, 10, 1))
                .when(register(ACUTE, CLINIC))
                .thenAccepted(registered(CLINIC));
        given(registered(ACUTE), registered(CLINIC)).when(register(ACUTE, CLINIC)).thenUnchanged();
    }

    @Test
    void a_code_stands_for_one_trust() {
        given(registered(ACUTE))
                .when(new RegisterPredecessor(SURREY, "Kent PCT", SOUTH_EAST_COAST, List.of(ACUTE)))
                .thenRefused(new CodeInUse(SURREY, "Kent PCT", SOUTH_EAST_COAST));
        ShaCode london = new ShaCode("Q36");
        given(registered(ACUTE), ABOLISHED)
                .when(new RegisterPredecessor(SURREY, NAME, london, List.of(ACUTE)))
                .thenRefused(new CodeInUse(SURREY, NAME, london));
    }

    @Test
    void that_a_trust_exists_is_a_fact_and_all_else_is_decided() {
        given().withoutAuthority()
                .when(register(ACUTE))
                .thenAccepted(PredecessorEvent.PredecessorRegistered.class);
        given().on(LocalDate.of(2026, 1, 2))
                .when(register(ACUTE))
                .thenRefused(new EffectiveDateInFuture(LocalDate.of(2026, 1, 1)));
        Specification ready = given(registered(CLINIC), made(line(CLINIC, COMPANY, "100")));
        ready.on(MADE_ON.minusDays(1)).when(STAFF).thenRefused(new BackdatedBeyondLimit(MADE_ON));
        ready.on(ABOLISHED_ON).withoutAuthority();
        for (Command command : Arrays.asList(scheme(line(CLINIC, HEATH, "100")), STAFF, ABOLISH)) {
            ready.when(command).thenRefused(new AuthorityNotCited());
        }
    }

    @Test
    void nothing_is_decided_on_a_trust_that_is_not_registered() {
        for (Command command : Arrays.asList(scheme(line(ACUTE, HEATH, "100")), STAFF, ABOLISH)) {
            given().when(command).thenNotFound();
        }
        given(registered(ACUTE)).when(scheme(line(CLINIC, COMPANY, "100"))).thenNotFound();
    }

    @Test
    void a_public_health_function_is_not_found_as_another_function() {
        Holding disguised = new Holding(HoldingKind.FUNCTION, SMOKING.name());
        given(registered(SMOKING)).when(scheme(line(disguised, HEATH, "100"))).thenNotFound();
    }

    @Test
    void the_shares_of_a_holding_are_together_the_whole() {
        given(registered(ACUTE))
                .when(scheme(line(ACUTE, HEATH, "60"), line(ACUTE, DOWNS, "30")))
                .thenRefused(new SuccessionShareInvalid(ACUTE, new BigDecimal("90")));
        given(registered(ACUTE))
                .when(scheme(line(ACUTE, HEATH, "60"), line(ACUTE, DOWNS, "40.0001")))
                .thenRefused(new SuccessionShareInvalid(ACUTE, new BigDecimal("100.0001")));
        given(registered(ACUTE))
                .when(scheme(line(ACUTE, HEATH, "60"), line(ACUTE, DOWNS, "40")))
                .thenAccepted(made(line(ACUTE, HEATH, "60"), line(ACUTE, DOWNS, "40")));
    }

    @Test
    void each_holding_is_shared_apart() {
        given(registered(ACUTE, CLINIC))
                .when(scheme(line(ACUTE, HEATH, "50"), line(CLINIC, DOWNS, "50")))
                .thenRefused(new SuccessionShareInvalid(ACUTE, new BigDecimal("50")));
        given(registered(ACUTE, CLINIC))
                .when(scheme(line(ACUTE, HEATH, "100"), line(CLINIC, DOWNS, "99.9999")))
                .thenRefused(new SuccessionShareInvalid(CLINIC, new BigDecimal("99.9999")));
    }

    @Test
    void nobody_takes_over_a_share_of_nothing() {
        given(registered(ACUTE))
                .when(scheme(line(ACUTE, HEATH, "100"), line(ACUTE, DOWNS, "0.0000")))
                .thenRefused(new SuccessionShareInvalid(ACUTE, new BigDecimal("100")));
    }

    @Test
    void thirds_are_shared_with_the_last_of_a_ten_thousandth() {
        TransferLine first = line(ACUTE, HEATH, "33.3333");
        TransferLine second = line(ACUTE, DOWNS, "33.3333");
        given(registered(ACUTE))
                .when(scheme(first, second, line(ACUTE, BodyRef.BOARD, "33.3334")))
                .thenAccepted(TransferSchemeMade.class);
        given(registered(ACUTE))
                .when(scheme(first, second, line(ACUTE, BodyRef.BOARD, "33.3333")))
                .thenRefused(new SuccessionShareInvalid(ACUTE, new BigDecimal("99.9999")));
    }

    @Test
    void whether_shares_are_the_whole_is_found_for_any_shares() {
        Random random = new Random(300);
        for (int run = 0; run < 1_000; run++) {
            List<TransferLine> lines = new ArrayList<>();
            int left = 1_000_000;
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                int share = random.nextInt(1, left - i);
                lines.add(line(ACUTE, new BodyRef("LA/" + i), tenThousandths(share)));
                left -= share;
            }
            int off = random.nextInt(-1, 2);
            lines.add(line(ACUTE, BodyRef.BOARD, tenThousandths(left + off)));
            MakeTransferScheme scheme = scheme(lines.toArray(TransferLine[]::new));
            if (off == 0) {
                given(registered(ACUTE)).when(scheme).thenAccepted(TransferSchemeMade.class);
            } else {
                BigDecimal sum = new BigDecimal(tenThousandths(1_000_000 + off));
                given(registered(ACUTE))
                        .when(scheme)
                        .thenRefused(new SuccessionShareInvalid(ACUTE, sum));
            }
        }
    }

    private static String tenThousandths(int number) {
        return BigDecimal.valueOf(number, 4).toPlainString();
    }

    @Test
    void shares_are_equal_however_they_are_written() {
        assertThat(Stream.of("40", "40.0", "40.0000", "040").map(Share::new).distinct()).hasSize(1);
        assertThat(new Share("100").value()).isEqualTo("100");
        assertThat(new Share("0.50").value()).isEqualTo("0.5");
    }

    @Test
    void a_group_that_takes_over_is_established_on_that_day() {
        CcgCode none = new CcgCode("99X");
        LocalDate before = established(HEATH).effectiveOn().minusDays(1);
        given(registered(ACUTE))
                .when(scheme(line(ACUTE, HEATH, "60"), line(ACUTE, none, "40")))
                .thenRefused(new ReceiverNotEstablished(List.of(none), TRANSFERS_ON));
        given(registered(ACUTE))
                .when(new MakeTransferScheme(SURREY, before, List.of(line(ACUTE, HEATH, "100"))))
                .thenRefused(new ReceiverNotEstablished(List.of(HEATH), before));
        given(registered(ACUTE))
                .when(scheme(line(ACUTE, HEATH, "100")))
                .thenAccepted(made(line(ACUTE, HEATH, "100")));
        given(registered(ACUTE))
                .when(new TransferStaff(SURREY, POST, BodyRef.ccg(none), TRANSFERS_ON))
                .thenRefused(new ReceiverNotEstablished(List.of(none), TRANSFERS_ON));
        given(registered(ACUTE))
                .when(new TransferStaff(SURREY, POST, BodyRef.ccg(HEATH), before))
                .thenRefused(new ReceiverNotEstablished(List.of(HEATH), before));
    }

    @Test
    void public_health_goes_to_local_authorities() {
        for (BodyRef other : Arrays.asList(BodyRef.ccg(HEATH), BodyRef.BOARD, COMPANY)) {
            given(registered(SMOKING))
                    .when(scheme(line(SMOKING, COUNTY, "50"), line(SMOKING, other, "50")))
                    .thenRefused(new ReceiverIneligible(SMOKING, other));
        }
        given(registered(SMOKING))
                .when(scheme(line(SMOKING, COUNTY, "100")))
                .thenAccepted(made(line(SMOKING, COUNTY, "100")));
        given(registered(ACUTE))
                .when(scheme(line(ACUTE, COUNTY, "100")))
                .thenAccepted(TransferSchemeMade.class);
    }

    @Test
    void the_rules_say_no_in_their_order() {
        CcgCode none = new CcgCode("99X");
        given(registered(SMOKING), ABOLISHED)
                .when(scheme(line(SMOKING, none, "90")))
                .thenRefused(new SuccessionShareInvalid(SMOKING, new BigDecimal("90")));
        given(registered(SMOKING), ABOLISHED)
                .when(scheme(line(SMOKING, none, "100")))
                .thenRefused(new ReceiverNotEstablished(List.of(none), TRANSFERS_ON));
        given(registered(SMOKING), ABOLISHED)
                .when(scheme(line(SMOKING, HEATH, "100")))
                .thenRefused(new ReceiverIneligible(SMOKING, BodyRef.ccg(HEATH)));
    }

    @Test
    void a_later_scheme_takes_the_place_of_the_lines_on_its_holdings() {
        Specification shared =
                given(
                        registered(ACUTE, CLINIC),
                        made(
                                line(ACUTE, HEATH, "60"),
                                line(ACUTE, DOWNS, "40"),
                                line(CLINIC, COMPANY, "100")));
        shared.when(scheme(line(ACUTE, DOWNS, "40"), line(ACUTE, HEATH, "60.0"))).thenUnchanged();
        shared.when(scheme(line(CLINIC, COMPANY, "100"))).thenUnchanged();
        shared.when(scheme(line(ACUTE, HEATH, "100")))
                .thenAccepted(made(line(ACUTE, HEATH, "100")));
        shared.when(
                        new MakeTransferScheme(
                                SURREY,
                                TRANSFERS_ON.plusDays(1),
                                List.of(line(CLINIC, COMPANY, "100"))))
                .thenAccepted(TransferSchemeMade.class);
        shared.given(made(line(ACUTE, HEATH, "100")))
                .when(scheme(line(ACUTE, HEATH, "60"), line(ACUTE, DOWNS, "40")))
                .thenAccepted(TransferSchemeMade.class);
    }

    @Test
    void a_trust_is_abolished_once_somebody_takes_over_each_of_its_holdings() {
        Specification open =
                given(registered(ACUTE, SMOKING, CLINIC, CLAIMS), made(line(ACUTE, HEATH, "100")))
                        .on(ABOLISHED_ON);
        open.when(ABOLISH)
                .thenRefused(
                        new SuccessionIncomplete(List.of(SMOKING, CLINIC, CLAIMS), TRANSFERS_ON));
        open.given(made(line(SMOKING, COUNTY, "100"), line(CLINIC, COMPANY, "100")))
                .when(ABOLISH)
                .thenRefused(new SuccessionIncomplete(List.of(CLAIMS), TRANSFERS_ON));
        open.given(made(line(CLAIMS, BodyRef.BOARD, "100"))).when(ABOLISH).thenAccepted(ABOLISHED);
    }

    @Test
    void what_a_trust_held_is_taken_over_by_the_day_after_its_last() {
        Specification ready = given(registered(ACUTE), made(line(ACUTE, HEATH, "100")));
        ready.on(ABOLISHED_ON).when(ABOLISH).thenAccepted(ABOLISHED);
        ready.on(ABOLISHED_ON.minusDays(1))
                .when(ABOLISH)
                .thenRefused(new SuccessionIncomplete(List.of(ACUTE), ABOLISHED_ON));
    }

    @Test
    void what_is_registered_later_needs_a_receiver_as_well() {
        given(registered(ACUTE), made(line(ACUTE, HEATH, "100")), registered(CLAIMS))
                .on(ABOLISHED_ON)
                .when(ABOLISH)
                .thenRefused(new SuccessionIncomplete(List.of(CLAIMS), TRANSFERS_ON));
    }

    @Test
    void a_post_is_transferred_once() {
        given(registered(ACUTE)).when(STAFF).thenAccepted(TRANSFERRED);
        given(registered(ACUTE), TRANSFERRED).when(STAFF).thenUnchanged();
        PostAlreadyTransferred before =
                new PostAlreadyTransferred(POST, BodyRef.ccg(HEATH), TRANSFERS_ON);
        given(registered(ACUTE), TRANSFERRED)
                .when(new TransferStaff(SURREY, POST, COUNTY, TRANSFERS_ON))
                .thenRefused(before);
        given(registered(ACUTE), TRANSFERRED)
                .when(new TransferStaff(SURREY, POST, BodyRef.ccg(HEATH), TRANSFERS_ON.plusDays(1)))
                .thenRefused(before);
        given(registered(ACUTE), TRANSFERRED)
                .when(new TransferStaff(SURREY, new PostId("5P5-post-18"), COUNTY, TRANSFERS_ON))
                .thenAccepted(StaffTransferred.class);
    }

    @Test
    void nothing_happens_to_a_trust_that_is_abolished() {
        AlreadyAbolished abolished = new AlreadyAbolished(SURREY, ABOLISHED_ON);
        Specification over =
                given(registered(ACUTE), made(line(ACUTE, HEATH, "100")), ABOLISHED)
                        .on(ABOLISHED_ON);
        over.when(register(ACUTE, CLINIC)).thenRefused(abolished);
        over.when(scheme(line(ACUTE, DOWNS, "100"))).thenRefused(abolished);
        over.when(STAFF).thenRefused(abolished);
        over.when(register(ACUTE)).thenUnchanged();
        over.when(scheme(line(ACUTE, HEATH, "100"))).thenUnchanged();
        over.when(ABOLISH).thenUnchanged();
        over.on(TRANSFERS_ON).when(ABOLISH).thenRefused(abolished);
    }

    @Test
    void holdings_and_receivers_are_named_once() {
        assertThat(register(ACUTE, CLINIC).fieldErrors()).isEmpty();
        assertThat(pointers(register(ACUTE, CLINIC, ACUTE))).containsExactly("/holdings/2");
        assertThat(pointers(register())).containsExactly("/holdings");
        assertThat(scheme(line(ACUTE, HEATH, "50"), line(ACUTE, DOWNS, "50")).fieldErrors())
                .isEmpty();
        assertThat(pointers(scheme(line(ACUTE, HEATH, "60"), line(ACUTE, HEATH, "40"))))
                .containsExactly("/lines/1/receiver");
        assertThat(pointers(scheme())).containsExactly("/lines");
    }

    @Test
    void nothing_goes_to_a_body_that_is_abolished_as_well() {
        BodyRef authority = BodyRef.sha(SOUTH_EAST_COAST);
        assertThat(pointers(scheme(line(ACUTE, BodyRef.pct(SURREY), "100"))))
                .containsExactly("/lines/0/receiver");
        assertThat(pointers(new TransferStaff(SURREY, POST, authority, TRANSFERS_ON)))
                .containsExactly("/receiver");
        assertThat(STAFF.fieldErrors()).isEmpty();
    }

    private static List<String> pointers(Command command) {
        return command.fieldErrors().stream().map(FieldError::pointer).toList();
    }

    @Test
    void a_lead_acts_for_the_trust_or_registers_for_its_authority() {
        assertThat(register(ACUTE).senders())
                .containsExactlyInAnyOrder(BodyRef.pct(SURREY), BodyRef.sha(SOUTH_EAST_COAST));
        assertThat(STAFF.senders()).containsExactly(BodyRef.pct(SURREY));
    }

    @Test
    void a_scheme_is_found_under_the_trust_and_all_who_come_after_it() {
        assertThat(made(line(ACUTE, HEATH, "60"), line(ACUTE, COUNTY, "40")).tags())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "predecessor:5P5", "body:CCG/10C", "ccg:10C", "body:LA/E10000030");
        assertThat(TRANSFERRED.tags())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("predecessor:5P5", "body:CCG/10C", "ccg:10C");
    }
}
