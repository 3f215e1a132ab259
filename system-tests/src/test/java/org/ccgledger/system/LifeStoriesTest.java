package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.system.Story.accepted;
import static org.ccgledger.system.Story.refused;

import org.junit.jupiter.api.Test;

/// What a reader of the history would tell, told through the public routes on the played England.
class LifeStoriesTest {

    private static final String THURROCK = Senders.officer("07G");
    private static final String NEIGHBOUR = Senders.officer("99F");

    private final Story story = new Story("life-story");

    @Test
    void a_function_taken_from_thurrock_goes_to_a_neighbour_that_is_willing_and_comes_back() {
        accepted(
                story.send(
                        "DraftDirection",
                        Senders.BOARD,
                        "draft",
                        "2014-06-10",
                        "\"ccg\":\"07G\",\"power\":\"REG8\",\"kind\":\"NOT_TO_EXERCISE\",\"functions\":[\"urgent-care\"],\"period\":{\"from\":\"2014-06-12\"}"));
        accepted(
                story.send(
                        "IssueDirection",
                        Senders.BOARD,
                        "issue",
                        "2014-06-12",
                        "\"ccg\":\"07G\",\"direction\":\"07G-D2\",\"document\":{\"title\":\"Direction on urgent care\"}"));
        accepted(
                story.send(
                        "ConsiderExerciser",
                        Senders.BOARD_OFFICER,
                        "consider",
                        "2014-06-13",
                        "\"ccg\":\"07G\",\"direction\":\"07G-D2\",\"function\":\"urgent-care\",\"other\":\"99F\",\"boardMostEffective\":false,\"capability\":\"It has the contracts.\""));

        refused(
                assign("without willingness", "2014-06-14"),
                422,
                "REG8_9_FACTORS_NOT_CONSIDERED",
                "D4");

        accepted(
                story.send(
                        "RecordWillingness",
                        NEIGHBOUR,
                        "willing",
                        "2014-06-15",
                        "\"ccg\":\"07G\",\"direction\":\"07G-D2\",\"function\":\"urgent-care\",\"other\":\"99F\",\"willing\":true,\"capability\":\"We have the staff.\""));
        accepted(assign("with willingness", "2014-06-16"));

        refused(need("while it is taken", "2014-06-17"), 422, "FUNCTION_NOT_EXERCISABLE", "D7");

        refused(
                story.send(
                        "RevokeDirection",
                        Senders.BOARD,
                        "no-handover",
                        "2014-06-18",
                        "\"ccg\":\"07G\",\"direction\":\"07G-D2\""),
                422,
                "HANDOVER_INCOMPLETE",
                "D9");
        Reply revoked =
                story.send(
                        "RevokeDirection",
                        Senders.BOARD,
                        "revoke",
                        "2014-06-19",
                        "\"ccg\":\"07G\",\"direction\":\"07G-D2\",\"handover\":{\"title\":\"Handover of urgent care\"}");
        accepted(revoked);
        assertThat(revoked.body()).contains("ccg.directions.FunctionReturned");
        accepted(need("once it is back", "2014-06-20"));
    }

    @Test
    void the_mistakes_that_are_made_most_get_their_exact_refusal() {
        refused(
                story.send(
                        "AuthoriseCCG",
                        Senders.BOARD,
                        "twice",
                        "2014-06-01",
                        "\"ccg\":\"02Q\",\"outcome\":\"AUTHORISED\",\"conditions\":[],\"directions\":[]"),
                409,
                "ALREADY_DECIDED",
                "A12");
        refused(
                story.send(
                        "AuthoriseCCG",
                        Senders.lead("02Q"),
                        "by itself",
                        "2014-06-01",
                        "\"ccg\":\"02Q\",\"outcome\":\"AUTHORISED\",\"conditions\":[],\"directions\":[]"),
                403,
                "NOT_AUTHORISING_BODY",
                "A11");
        refused(
                propose(
                        "alone",
                        "NHS Alone Clinical Commissioning Group",
                        "\"E38999011\"",
                        "\"Y99011\""),
                422,
                "TOO_FEW_APPLICANTS",
                "A1");
        refused(
                propose("misnamed", "Misnamed Group", "\"E38999011\"", "\"Y99011\",\"Y99012\""),
                422,
                "INVALID_CCG_NAME",
                "A2");
        refused(
                propose(
                        "no area",
                        "NHS Nowhere Clinical Commissioning Group",
                        "",
                        "\"Y99011\",\"Y99012\""),
                422,
                "APPLICATION_INCOMPLETE",
                "A3");
        refused(
                propose(
                        "member elsewhere",
                        "NHS Again Clinical Commissioning Group",
                        "\"E38999011\"",
                        "\"Y99011\",\"Z00001\""),
                409,
                "PRACTICE_ALREADY_MEMBER",
                "A4");
        refused(
                propose(
                        "overlapping",
                        "NHS Over Clinical Commissioning Group",
                        "\"E38000001\"",
                        "\"Y99011\",\"Y99012\""),
                422,
                "AREA_OVERLAPS",
                "A5");
    }

    @Test
    void a_key_is_for_one_command_and_sent_again_gives_the_same_answer() {
        String first =
                "\"figure\":\"once\",\"figureSource\":{\"standing\":\"STATED\",\"citation\":\"A page\"},\"subject\":\"Groups\",\"counted\":\"NOT_COUNTED\",\"value\":\"1\",\"unit\":\"CCGS\",\"asAt\":\"2014-06-01\"";
        Reply sent =
                story.send("RecordStatedFigure", Senders.REGISTRY, "once", "2014-06-01", first);
        Reply again =
                story.send("RecordStatedFigure", Senders.REGISTRY, "once", "2014-06-01", first);
        Reply other =
                story.send("RecordStatedFigure", Senders.REGISTRY, "once", "2014-06-02", first);

        assertThat(sent.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(sent.body());
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    private Reply assign(String what, String on) {
        return story.send(
                "AssignFunctionExercise",
                Senders.BOARD,
                what,
                on,
                "\"ccg\":\"07G\",\"direction\":\"07G-D2\",\"function\":\"urgent-care\",\"exerciser\":\"CCG/99F\"");
    }

    private Reply need(String what, String on) {
        return story.send(
                "IdentifyServiceNeed",
                THURROCK,
                what,
                on,
                "\"procurement\":\"07G-walk-in-centre\",\"ccg\":\"07G\",\"function\":\"urgent-care\",\"service\":\"A walk-in centre\"");
    }

    private Reply propose(String what, String name, String area, String applicants) {
        return story.send(
                "ProposeCCG",
                Senders.practice("Y99011"),
                what,
                "2014-06-01",
                "\"ccg\":\"9YY\",\"ons\":\"E38999011\",\"areaTeam\":\"Q50\",\"proposedName\":\""
                        + name
                        + "\",\"area\":["
                        + area
                        + "],\"applicants\":["
                        + applicants
                        + "],\"constitution\":{\"title\":\"Constitution\"},\"proposedAccountableOfficer\":\"6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11\"");
    }
}
