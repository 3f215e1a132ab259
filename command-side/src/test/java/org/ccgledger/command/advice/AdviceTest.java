package org.ccgledger.command.advice;

import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.NEIGHBOUR;
import static org.ccgledger.command.directions.Directed.established;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.advice.AdviceCommand.*;
import org.ccgledger.command.advice.AdviceRefusal.*;
import org.ccgledger.command.decision.CommonRefusal.EffectiveDateInFuture;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.AdviceId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.advice.AdviceEvent.*;
import org.ccgledger.events.advice.AdviceForm;
import org.ccgledger.events.advice.AdviceResponse;
import org.ccgledger.events.advice.AdvisoryKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AdviceTest {

    private static final AdviceId ADVICE = new AdviceId("07G-advice-1");
    private static final BodyRef SENATE = new BodyRef("SENATE/EAST");
    private static final DocRef LETTER = DocRef.titled("Letter of the senate");
    private static final LocalDate ON = LocalDate.of(2013, 9, 1);

    private static Specification thurrock() {
        return Specification.of(AdviceDecider.DECIDER)
                .given(established(THURROCK))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(THURROCK))
                .on(ON);
    }

    private static Specification senate() {
        return thurrock().by(Role.SENATE_MEMBER, SENATE);
    }

    private static RequestAdvice request(BodyRef body) {
        return new RequestAdvice(ADVICE, THURROCK, body, "Should stroke care be in one place?");
    }

    private static AdviceRequested requested(BodyRef body, AdvisoryKind kind) {
        return new AdviceRequested(
                ADVICE, THURROCK, body, kind, "Should stroke care be in one place?", ON);
    }

    private static AdviceRequested requested() {
        return requested(SENATE, AdvisoryKind.SENATE);
    }

    private static GiveAdvice give(AdviceForm form) {
        return new GiveAdvice(ADVICE, THURROCK, LETTER, form, null);
    }

    private static AdviceGiven given(AdviceForm form) {
        return new AdviceGiven(ADVICE, THURROCK, SENATE, LETTER, form, ON);
    }

    private static AdviceOverreach overreach() {
        return new AdviceOverreach(ADVICE, THURROCK, SENATE, ON);
    }

    private static RespondToAdvice respond(AdviceResponse response) {
        return new RespondToAdvice(ADVICE, THURROCK, response, null);
    }

    private static AdviceResponded responded(AdviceResponse response) {
        return new AdviceResponded(ADVICE, THURROCK, response, ON);
    }

    @Test
    void a_group_asks_those_who_advise() {
        thurrock().when(request(SENATE)).thenAccepted(requested());
        asks(new BodyRef("NETWORK/CANCER"), AdvisoryKind.NETWORK);
        asks(new BodyRef("LA/E06000034"), AdvisoryKind.HEALTH_AND_WELLBEING_BOARD);
        asks(new BodyRef("PROVIDER/NQ101"), AdvisoryKind.OTHER);
        Specification.of(AdviceDecider.DECIDER).on(ON).when(request(SENATE)).thenNotFound();
    }

    private static void asks(BodyRef body, AdvisoryKind kind) {
        thurrock().when(request(body)).thenAccepted(requested(body, kind));
    }

    @Test
    void a_group_does_not_ask_those_with_power_over_it() {
        for (BodyRef body :
                List.of(
                        BodyRef.BOARD,
                        new BodyRef("AREA_TEAM/Q57"),
                        new BodyRef("DH/X1"),
                        BodyRef.ccg(THURROCK))) {
            thurrock().when(request(body)).thenRefused(new AdviceBodyNotRegistered(body));
        }
    }

    @Test
    void an_id_stands_for_one_request() {
        thurrock().given(requested()).when(request(SENATE)).thenUnchanged();
        thurrock()
                .given(requested())
                .when(request(new BodyRef("NETWORK/CANCER")))
                .thenRefused(new CodeInUse(ADVICE));
        thurrock()
                .given(requested(), given(AdviceForm.OPINION))
                .when(request(SENATE))
                .thenRefused(new CodeInUse(ADVICE));
    }

    @Test
    void the_body_that_was_asked_gives_its_advice_once() {
        GiveAdvice give = give(AdviceForm.RECOMMENDATION);
        AdviceGiven given = given(AdviceForm.RECOMMENDATION);
        senate().given(requested()).when(give).thenAccepted(given);
        senate().given(requested()).withoutAuthority().when(give).thenAccepted(given);
        senate().given(requested(), given).when(give).thenUnchanged();
        senate().given(requested(), given)
                .when(give(AdviceForm.OPINION))
                .thenRefused(new AlreadyDecided(ADVICE, ON));
        senate().given(requested(), given, responded(AdviceResponse.ACCEPTED))
                .when(give(AdviceForm.OPINION))
                .thenRefused(new AlreadyDecided(ADVICE, ON));
        senate().when(give).thenNotFound();
        LocalDate ahead = LocalDate.of(2026, 1, 2);
        senate().given(requested())
                .on(ahead)
                .when(give)
                .thenRefused(new EffectiveDateInFuture(ahead.minusDays(1)));
    }

    @Test
    void nobody_else_gives_it() {
        thurrock()
                .given(requested())
                .by(Role.SENATE_MEMBER, new BodyRef("SENATE/LONDON"))
                .when(give(AdviceForm.OPINION))
                .thenRefused(new ActorNotOfThisBody(SENATE));
        senate().given(requested())
                .when(new GiveAdvice(ADVICE, NEIGHBOUR, LETTER, AdviceForm.OPINION, null))
                .thenNotFound();
    }

    @Test
    void advice_decides_nothing() {
        GiveAdvice deciding =
                new GiveAdvice(
                        ADVICE, THURROCK, LETTER, AdviceForm.OPINION, "The site of stroke care");
        AdviceIsNotBinding refusal = new AdviceIsNotBinding("The site of stroke care");
        senate().given(requested()).when(deciding).thenRefused(refusal);
        senate().given(requested(), given(AdviceForm.OPINION)).when(deciding).thenRefused(refusal);
    }

    @Tag("V4")
    @Test
    void advice_that_tells_the_group_what_to_do_is_seen() {
        senate().given(requested())
                .when(give(AdviceForm.INSTRUCTION))
                .thenAccepted(given(AdviceForm.INSTRUCTION), overreach());
        RespondToAdvice asInstruction =
                new RespondToAdvice(ADVICE, THURROCK, AdviceResponse.NOT_ACCEPTED, true);
        thurrock()
                .given(requested(), given(AdviceForm.OPINION))
                .when(asInstruction)
                .thenAccepted(responded(AdviceResponse.NOT_ACCEPTED), overreach());
        thurrock()
                .given(requested(), given(AdviceForm.INSTRUCTION), overreach())
                .when(asInstruction)
                .thenAccepted(responded(AdviceResponse.NOT_ACCEPTED));
    }

    @Test
    void a_group_that_does_not_accept_advice_says_why() {
        Specification advised = thurrock().given(requested(), given(AdviceForm.OPINION));
        for (AdviceResponse response : AdviceResponse.values()) {
            advised.when(respond(response)).thenAccepted(responded(response));
        }
        advised.withoutReasons();
        advised.when(respond(AdviceResponse.ACCEPTED))
                .thenAccepted(responded(AdviceResponse.ACCEPTED));
        for (AdviceResponse response :
                List.of(AdviceResponse.PARTLY_ACCEPTED, AdviceResponse.NOT_ACCEPTED)) {
            advised.when(respond(response)).thenRefused(new ReasonsRequired(response));
        }
    }

    @Test
    void a_group_responds_once_to_what_it_was_given() {
        thurrock().given(requested()).when(respond(AdviceResponse.ACCEPTED)).thenNotFound();
        thurrock().when(respond(AdviceResponse.ACCEPTED)).thenNotFound();
        Specification settled =
                thurrock()
                        .given(
                                requested(),
                                given(AdviceForm.OPINION),
                                responded(AdviceResponse.ACCEPTED));
        settled.when(respond(AdviceResponse.ACCEPTED)).thenUnchanged();
        settled.when(respond(AdviceResponse.NOT_ACCEPTED))
                .thenRefused(new AlreadyDecided(ADVICE, ON));
    }
}
