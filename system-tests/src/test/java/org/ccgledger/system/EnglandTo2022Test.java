package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// England is played to its end: groups merge, and give way to integrated care boards.
class EnglandTo2022Test {

    private static final Pattern PLAYED =
            Pattern.compile("England 2011-22 is played: ([\\d,]+) commands in \\d+ s\\.");
    private static final String FIRST_DAY_OF_BOARDS = "2022-07-01";

    @TempDir private static Path folder;
    private static LedgerProcess england;

    @BeforeAll
    static void play() {
        england = LedgerProcess.start(folder.resolve("data"), "--ccg.scenario=england-to-2022");
        england.await(PLAYED);
    }

    @AfterAll
    static void close() {
        england.close();
    }

    private static JsonNode get(String path) {
        return england.caller().get(path).json();
    }

    private static int count(String path, String day) {
        return get(path + (path.contains("?") ? "&" : "?") + "limit=1&count=exact&asOf=" + day)
                .get("count")
                .asInt();
    }

    @Test
    void as_many_groups_operate_as_sources_say() {
        Map<String, Integer> groups = new TreeMap<>();
        for (String day :
                new String[] {
                    "2013-04-01",
                    "2015-03-31",
                    "2015-04-01",
                    "2017-12-01",
                    "2018-04-01",
                    "2019-04-01",
                    "2020-04-01",
                    "2021-04-01",
                    "2022-06-30",
                    FIRST_DAY_OF_BOARDS
                }) {
            groups.put(day, count("/v1/ccgs?status=OPERATIONAL", day));
        }
        assertThat(groups)
                .containsExactly(
                        Map.entry("2013-04-01", 211),
                        Map.entry("2015-03-31", 211),
                        Map.entry("2015-04-01", 209),
                        Map.entry("2017-12-01", 207),
                        Map.entry("2018-04-01", 195),
                        Map.entry("2019-04-01", 191),
                        Map.entry("2020-04-01", 135),
                        Map.entry("2021-04-01", 106),
                        Map.entry("2022-06-30", 106),
                        Map.entry(FIRST_DAY_OF_BOARDS, 0));
    }

    @Test
    void what_sources_state_is_what_the_ledger_counts() {
        Map<String, String> differences = new TreeMap<>();
        get("/v1/stated-figures?limit=500")
                .get("items")
                .forEach(figure ->
                        differences.put(
                                figure.get("figure").asString(),
                                figure.path("difference").asString()));
        assertThat(differences)
                .contains(
                        Map.entry("ccgs-2018", "0"),
                        Map.entry("ccgs-2019", "0"),
                        Map.entry("ccgs-2020", "0"),
                        Map.entry("ccgs-2021", "0"));
    }

    @Test
    void the_graph_of_succession_has_no_splits() {
        assertThat(count("/v1/successions?cause=MERGED", FIRST_DAY_OF_BOARDS)).isEqualTo(142);
        assertThat(count("/v1/successions?cause=ABOLISHED", FIRST_DAY_OF_BOARDS)).isEqualTo(106);
        assertThat(current("00G", "2015-03-31")).isEqualTo("CCG/00G");
        assertThat(current("00G", "2015-04-01")).isEqualTo("CCG/13T");
        assertThat(current("00G", FIRST_DAY_OF_BOARDS)).isEqualTo("ICB/QHM");
        assertThat(current("10T", "2018-04-01")).isEqualTo("CCG/15D");
        assertThat(current("10T", "2021-04-01")).isEqualTo("CCG/D4U1Y");
        assertThat(current("10T", FIRST_DAY_OF_BOARDS)).isEqualTo("ICB/QNQ");
    }

    private static String current(String ods, String day) {
        JsonNode bodies = get("/v1/ccgs/" + ods + "/succession?asOf=" + day).get("currentBodies");
        assertThat(bodies).hasSize(1);
        return bodies.get(0).get("body").asString();
    }

    @Test
    void nothing_is_left_open() {
        JsonNode summary = get("/v1/authorisation/summary?asOf=" + FIRST_DAY_OF_BOARDS);
        assertThat(summary.at("/withConditions").asInt(-1)).isZero();
        assertThat(summary.at("/withDirections").asInt(-1)).isZero();
        assertThat(count("/v1/practices", "2022-06-30")).isEqualTo(422);
        assertThat(count("/v1/practices", FIRST_DAY_OF_BOARDS)).isZero();
        assertThat(count("/v1/joint-committees?status=FORMED", FIRST_DAY_OF_BOARDS)).isZero();
        assertThat(count("/v1/co-commissioning/arrangements", FIRST_DAY_OF_BOARDS)).isZero();
        assertThat(count("/v1/commissioning-support?live=true", "2022-06-30")).isPositive();
        assertThat(count("/v1/commissioning-support?live=true", FIRST_DAY_OF_BOARDS)).isZero();
    }

    @Test
    void what_was_decided_before_stays_as_it_was() {
        JsonNode before = get("/v1/ccgs/00G?asOf=2014-12-31");
        assertThat(before.get("status").asString()).isEqualTo("OPERATIONAL");
        assertThat(before.get("practices").asInt()).isEqualTo(2);
        JsonNode after = get("/v1/ccgs/00G?asOf=2015-04-01");
        assertThat(after.get("status").asString()).isEqualTo("MERGED");
        assertThat(after.get("practices").asInt()).isZero();
        assertThat(get("/v1/ccgs/13T?asOf=2015-04-01").get("practices").asInt()).isEqualTo(6);
    }

    @Test
    void joint_committees_go_on_with_the_groups_that_took_their_members_places() {
        JsonNode committees =
                get("/v1/joint-committees?status=FORMED&limit=500&asOf=2021-04-01").get("items");
        assertThat(
                        StreamSupport.stream(committees.spliterator(), false)
                                .flatMap(one ->
                                        StreamSupport.stream(
                                                one.get("members").spliterator(), false))
                                .map(JsonNode::asString)
                                .filter(member ->
                                        member.matches("CCG/(1[3-8].|\\d\\d[A-Z0-9]|.{5})"))
                                .toList())
                .isNotEmpty();
    }
}
