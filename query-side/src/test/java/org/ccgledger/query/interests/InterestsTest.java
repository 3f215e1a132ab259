package org.ccgledger.query.interests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.interests.CarriedInterest;
import org.ccgledger.events.interests.DeclarantClass;
import org.ccgledger.events.interests.InterestCategory;
import org.ccgledger.events.interests.InterestEvent.InterestDeclared;
import org.ccgledger.events.interests.InterestEvent.InterestsCarriedForward;
import org.ccgledger.events.interests.InterestEvent.NilInterestsDeclared;
import org.ccgledger.events.interests.InterestTerms;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.Settlement;
import org.ccgledger.events.successions.SuccessionEvent.CCGDissolved;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InterestsTest {

    private static final RunningQuerySide QUERIES = new RunningQuerySide();
    private static final String MEMBER = "6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11";

    private static final Set<String> SHOWN =
            Set.of("withheld", "ccg", "ccgName", "body", "position", "entry");

    private static final CcgCode ENDING = new CcgCode("00G");
    private static final CcgCode SUCCESSOR = new CcgCode("13T");
    private static final LocalDate ENDS_ON = LocalDate.of(2015, 4, 1);
    private static final PersonId CARRYING = new PersonId("2b7f5c1e-8d3a-4f60-9b2e-7c4d1a6e9f05");
    private static final List<InterestId> CARRIED =
            List.of(
                    new InterestId("c4e1a7d2-3f58-4b90-8e6c-1d9f2a7b5c30"),
                    new InterestId("d90b3e6f-7a12-4c85-a4d7-5e2c8f1b6a49"));

    @BeforeAll
    static void catchUp() {
        SampleHistory.appendTo(QUERIES.history());
        dissolve();
        QUERIES.catchUp();
    }

    /// A group whose member has two interests, after having had none, gives way to another. That
    /// somebody else had none is recorded after its end.
    private static void dissolve() {
        LocalDate day = LocalDate.of(2014, 1, 1);
        QUERIES.history()
                .append(
                        StreamName.interests(CARRYING, ENDING),
                        nil(CARRYING, day.minusDays(1)),
                        declared(CARRIED.getFirst(), day),
                        declared(CARRIED.getLast(), day));
        QUERIES.history()
                .append(
                        StreamName.ccg(ENDING),
                        new CCGDissolved(
                                ENDING,
                                List.of(SUCCESSOR),
                                List.of(
                                        new Settlement(
                                                ENDING,
                                                MatterKind.DECLARATIONS,
                                                CARRYING.value(),
                                                BodyRef.ccg(SUCCESSOR))),
                                ENDS_ON));
        QUERIES.history()
                .append(
                        StreamName.interests(CARRYING, SUCCESSOR),
                        new InterestsCarriedForward(
                                CARRYING,
                                SUCCESSOR,
                                ENDING,
                                CARRIED.stream()
                                        .map(one -> new CarriedInterest(one, day, null, false))
                                        .toList(),
                                ENDS_ON.plusDays(28),
                                ENDS_ON));
        PersonId other = new PersonId(MEMBER);
        QUERIES.history()
                .append(StreamName.interests(other, ENDING), nil(other, ENDS_ON.minusDays(2)));
    }

    private static NilInterestsDeclared nil(PersonId person, LocalDate day) {
        return new NilInterestsDeclared(
                person, ENDING, null, DeclarantClass.GOVERNING_BODY_MEMBER, null, true, day);
    }

    private static InterestDeclared declared(InterestId interest, LocalDate day) {
        return new InterestDeclared(
                interest,
                CARRYING,
                ENDING,
                null,
                DeclarantClass.GOVERNING_BODY_MEMBER,
                null,
                true,
                new InterestTerms(
                        InterestCategory.FINANCIAL,
                        false,
                        null,
                        null,
                        null,
                        new PersonalText(CARRYING, "Shares"),
                        day,
                        null,
                        null),
                day,
                true,
                null,
                day);
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    @Test
    void an_interest_shows_from_its_declaration_with_the_columns_of_the_register() {
        assertThat(kingston("2013-04-30&person=" + MEMBER)).isEmpty();
        JsonNode interest = kingston("2013-05-01&person=" + MEMBER).getFirst();

        assertThat(interest.get("body").asString()).isEqualTo("CCG/08J");
        assertThat(interest.get("declarant").asString()).isEqualTo("MEMBER");
        assertThat(interest.get("category").asString()).isEqualTo("FINANCIAL");
        assertThat(interest.get("indirect").asBoolean()).isFalse();
        assertThat(interest.get("organisation").asString()).isEqualTo("PROVIDER/NQ101");
        assertThat(interest.get("interestFrom").asString()).isEqualTo("2013-04-01");
        assertThat(interest.get("wasDueOn").asString()).isEqualTo("2013-04-29");
        assertThat(interest.get("confirmedOn").isNull()).isTrue();
        assertThat(kingston("2013-05-10&person=" + MEMBER).getFirst().get("confirmedOn").asString())
                .isEqualTo("2013-05-10");
    }

    @Test
    void an_interest_that_ended_shows_for_six_months() {
        String ended = "&category=FINANCIAL";
        assertThat(kingston("2014-04-07" + ended))
                .singleElement()
                .satisfies(interest -> {
                    assertThat(interest.get("live").asBoolean()).isFalse();
                    assertThat(interest.get("interestUntil").asString()).isEqualTo("2014-03-31");
                });
        assertThat(kingston("2014-09-30" + ended)).hasSize(1);
        assertThat(kingston("2014-10-01" + ended)).isEmpty();
    }

    @Test
    void an_amendment_waits_for_a_confirmation_of_its_own() {
        String charity = "&category=NON_FINANCIAL_PERSONAL&live=true";
        assertThat(kingston("2013-09-30" + charity).getFirst().get("confirmedOn").asString())
                .isEqualTo("2013-09-10");
        JsonNode amended = kingston("2013-10-01" + charity).getFirst();
        assertThat(amended.get("confirmedOn").isNull()).isTrue();
        assertThat(amended.get("interestFrom").asString()).isEqualTo("2013-08-01");
    }

    @Test
    void nil_shows_until_there_is_something_to_declare() {
        assertThat(kingston("2013-09-01&nil=true")).hasSize(1);
        assertThat(kingston("2013-09-02&nil=true")).isEmpty();
    }

    @Test
    void nothing_to_declare_ends_with_the_group() {
        assertThat(items("/v1/interests?ccg=00G&nil=true&asOf=2013-12-31")).hasSize(1);
        assertThat(items("/v1/interests?ccg=00G&nil=false&asOf=2015-03-31")).hasSize(2);
        assertThat(items("/v1/interests?ccg=00G&nil=true&asOf=2015-03-31")).hasSize(1);
        assertThat(items("/v1/interests?ccg=00G&asOf=2015-04-01")).isEmpty();
    }

    @Test
    void interests_that_one_event_carries_forward_are_told_apart() {
        JsonNode first = QUERIES.json("/v1/interests?ccg=13T&asOf=2015-04-01&limit=1");
        JsonNode second = QUERIES.json(first.get("next").asString());
        assertThat(Stream.of(first, second).map(page -> page.at("/items/0/interest").asString()))
                .containsExactlyElementsOf(CARRIED.stream().map(InterestId::value).toList());

        JsonNode difference =
                QUERIES.json("/v1/interests/diff?ccg=13T&fromAsOf=2015-03-31&asOf=2015-04-01");
        assertThat(difference.at("/counts/added").asInt()).isEqualTo(2);
    }

    @Test
    void an_interest_that_is_confirmed_is_changed() {
        JsonNode difference =
                QUERIES.json(
                        "/v1/interests/diff?ccg=08J&person="
                                + MEMBER
                                + "&fromAsOf=2013-05-09&asOf=2013-05-10");
        assertThat(difference.get("counts").toString())
                .isEqualTo("{\"added\":0,\"removed\":0,\"changed\":1,\"unchanged\":0}");
        assertThat(difference.at("/changed/0/columns/confirmedOn/after").asString())
                .isEqualTo("2013-05-10");
    }

    @Test
    void an_entry_is_told_by_what_it_is_about() {
        assertThat(kingston("2013-09-01").stream().map(row -> row.get("entry").asString()))
                .containsExactlyInAnyOrder(
                        "nil:0e2d1f64-5a8b-4c55-9f20-7a3d1c9e8b42",
                        "3c1f7a90-55d2-4e1b-8b64-0a9d7e2c4f18");
        assertThat(
                        items("/v1/interests?ccg=02N&asOf=2014-05-01")
                                .getFirst()
                                .get("entry")
                                .asString())
                .isEqualTo("withheld:1");
    }

    @Test
    void from_16_june_2017_employees_show_only_if_they_decide() {
        assertThat(kingston("2017-06-15&declarant=EMPLOYEE")).hasSize(1);
        assertThat(kingston("2017-06-16&declarant=EMPLOYEE")).isEmpty();
    }

    @Test
    void what_a_person_says_is_not_shown() {
        assertThat(QUERIES.get("/v1/interests?asOf=2013-05-01").body())
                .doesNotContain("Dr Somebody", "What it consists of");
    }

    @Test
    void what_is_withheld_shows_that_it_is_and_nothing_else_whatever_is_asked_for() {
        for (String day : List.of("2013-05-01", "2014-05-01", "2014-05-01&withheld=true")) {
            assertThat(items("/v1/interests?ccg=02N&asOf=" + day))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.get("withheld").asBoolean()).isTrue();
                        assertThat(row.get("position").asLong()).isEqualTo(-1);
                        row.properties().stream()
                                .filter(column -> !SHOWN.contains(column.getKey()))
                                .forEach(column ->
                                        assertThat(column.getValue().isNull())
                                                .as(column.getKey())
                                                .isTrue());
                    });
        }
        assertThat(items("/v1/interests?ccg=02N&asOf=2014-05-01&declarant=GOVERNING_BODY_MEMBER"))
                .isEmpty();
        assertThat(items("/v1/interests?asOf=2014-05-01&sort=declaredOn&limit=1")).hasSize(1);
    }

    @Test
    void a_register_has_its_guardian_its_confirmation_and_its_editions() {
        assertThat(items("/v1/interest-registers?ccg=02N&asOf=2014-05-01"))
                .singleElement()
                .satisfies(register -> {
                    assertThat(register.get("guardian").asString()).isEqualTo(MEMBER);
                    assertThat(register.get("periodUntil").asString()).isEqualTo("2014-03-31");
                    assertThat(register.get("chased").asInt()).isEqualTo(1);
                });
        assertThat(items("/v1/interest-registers/editions?kind=INTERESTS&asOf=2014-05-01"))
                .singleElement()
                .satisfies(edition -> {
                    assertThat(edition.get("asAt").asString()).isEqualTo("2014-03-31");
                    assertThat(edition.get("rows").asInt()).isEqualTo(1);
                    assertThat(edition.get("sha256").asString()).isEqualTo("7d1a");
                });
        assertThat(items("/v1/interest-registers/editions?asOf=2014-04-09")).isEmpty();
    }

    private static List<JsonNode> kingston(String asOf) {
        return items("/v1/interests?body=CCG/08J&asOf=" + asOf);
    }

    private static List<JsonNode> items(String question) {
        JsonNode items = QUERIES.json(question).get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
