package org.ccgledger.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.EventJson;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The pages of every list, read on to the end and back again.
class PagesTest {

    private static final long SEED = 20160401;
    private static final int MOST = 2_000;

    private static final RunningQuerySide QUERIES =
            new RunningQuerySide(Map.of("ccg.rate-limit.requests", "0"));
    private static final Map<String, Listing> LISTS = new TreeMap<>();

    @BeforeAll
    static void catchUp() {
        SampleHistory.appendTo(QUERIES.history());
        QUERIES.catchUp();
        QUERIES.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((route, handler) -> {
                    if (handler.hasMethodAnnotation(Lists.class)) {
                        route.getPatternValues().stream()
                                .filter(path -> !path.endsWith(Lists.DIFFERENCE))
                                .forEach(path -> LISTS.put(path, listing(handler)));
                    }
                });
    }

    private static Listing listing(HandlerMethod handler) {
        try {
            Field held =
                    handler.getBeanType()
                            .getDeclaredField(
                                    handler.getMethod().getAnnotation(Lists.class).value());
            held.setAccessible(true);
            return (Listing) held.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    /// For every list, in each order that it has and against it: the pages hold every row once, in
    /// the order of the list, and those read back are those read on.
    @Test
    void pages_read_back_are_the_pages_read_on() {
        Random random = new Random(SEED);
        Set<String> walked = new TreeSet<>();
        Set<String> tied = new TreeSet<>();
        LISTS.forEach((path, list) -> {
            for (String sort : sorts(list)) {
                String asked = path + "?asOf=2016-04-01" + (sort.isEmpty() ? "" : "&sort=" + sort);
                JsonNode whole = QUERIES.json(asked + "&limit=500&count=exact");
                long rows = whole.get("count").asLong();
                if (rows > 1) {
                    List<JsonNode> pages =
                            walk(asked + "&limit=" + (1 + random.nextInt((int) rows / 3 + 1)));
                    List<JsonNode> read = pages.stream().flatMap(PagesTest::items).toList();
                    assertThat(read).as(asked).hasSize((int) rows);
                    assertThat(new HashSet<>(read)).as(asked).hasSize((int) rows);
                    assertThat(read.subList(0, whole.get("items").size()))
                            .as(asked)
                            .isEqualTo(items(whole).toList());
                    walked.add(path + " " + sort);
                    if (isTied(pages, list, sort)) {
                        tied.add(path + " " + sort);
                    }
                }
            }
        });
        assertThat(walked).hasSizeGreaterThan(150);
        assertThat(tied.stream().filter(one -> one.contains(" -")).count()).isGreaterThan(10);
        assertThat(tied.stream().filter(one -> !one.contains(" -")).count()).isGreaterThan(10);
    }

    @Test
    void pages_of_a_stream_read_back_are_the_pages_read_on() {
        Random random = new Random(SEED);
        List<String> streams =
                QUERIES.sql()
                        .sql(
                                "select stream from projection.audit_event group by stream"
                                        + " having count(*) > 3 order by stream limit 20")
                        .query((row, _) -> row.getString(1))
                        .list();
        for (String stream : streams) {
            String asked = "/v1/audit/streams/" + stream.replaceFirst(":", "/");
            JsonNode whole = QUERIES.json(asked + "?limit=500");
            List<JsonNode> pages = walk(asked + "?limit=" + (1 + random.nextInt(3)));

            assertThat(pages.stream().flatMap(PagesTest::items).toList())
                    .as(asked)
                    .isEqualTo(items(whole).toList());
        }
        assertThat(streams).hasSizeGreaterThan(5);
    }

    @Test
    void the_page_before_can_be_asked_for_in_another_size() {
        String events = "/v1/audit/events?limit=500";
        List<JsonNode> all = items(QUERIES.json(events)).toList();
        String third = "/v1/audit/events?limit=3";
        for (int page = 1; page < 3; page++) {
            third = QUERIES.json(third).get("next").asString();
        }
        String before = QUERIES.json(third).get("prev").asString();

        JsonNode four = QUERIES.json(before.replace("limit=3", "limit=4"));
        assertThat(items(four).toList()).isEqualTo(all.subList(2, 6));
        JsonNode two = QUERIES.json(four.get("prev").asString());
        assertThat(items(two).toList()).isEqualTo(all.subList(0, 2));
        assertThat(two.has("prev")).isFalse();
        assertThat(items(QUERIES.json(two.get("next").asString())).toList())
                .isEqualTo(all.subList(2, 6));
    }

    private static List<String> sorts(Listing list) {
        return Stream.concat(
                        Stream.of(""),
                        list.sorts().keySet().stream().flatMap(s -> Stream.of(s, "-" + s)))
                .toList();
    }

    /// Reads on to the last page, and holds what is read back from there against it.
    private static List<JsonNode> walk(String first) {
        List<JsonNode> on = follow(first, "next");
        List<JsonNode> back =
                on.getLast().has("prev")
                        ? follow(on.getLast().get("prev").asString(), "prev")
                        : List.of();

        assertThat(on.getFirst().has("prev")).as(first).isFalse();
        assertThat(back.reversed().stream().map(PagesTest::items).map(Stream::toList))
                .as(first)
                .isEqualTo(
                        on.subList(0, on.size() - 1).stream()
                                .map(PagesTest::items)
                                .map(Stream::toList)
                                .toList());
        for (int page = 0; page < back.size(); page++) {
            assertThat(back.reversed().get(page).get("next"))
                    .as(first)
                    .isEqualTo(on.get(page).get("next"));
        }
        return on;
    }

    private static List<JsonNode> follow(String first, String to) {
        List<JsonNode> pages = new ArrayList<>();
        Optional<String> path = Optional.of(first);
        while (path.isPresent()) {
            HttpResponse<String> answer = QUERIES.get(path.get());
            assertThat(answer.statusCode()).as(path.get()).isEqualTo(200);
            JsonNode page = EventJson.MAPPER.readTree(answer.body());
            assertThat(answer.headers().firstValue("Link").orElse(""))
                    .isEqualTo(
                            Stream.of("next", "prev")
                                    .filter(page::has)
                                    .map(rel ->
                                            "<%s>; rel=\"%s\""
                                                    .formatted(page.get(rel).asString(), rel))
                                    .collect(Collectors.joining(", ")));
            pages.add(page);
            assertThat(pages).as(first).hasSizeLessThan(MOST);
            path = Optional.ofNullable(page.get(to)).map(JsonNode::asString);
        }
        return pages;
    }

    private static Stream<JsonNode> items(JsonNode page) {
        return page.get("items").valueStream();
    }

    /// Whether one page ends where the next begins, by what is sorted by.
    private static boolean isTied(List<JsonNode> pages, Listing list, String sort) {
        Listing.Column column = list.sorts().get(sort.replace("-", ""));
        if (column == null) {
            return false;
        }
        String field = Row.camelCase(column.expression());
        for (int page = 1; page < pages.size(); page++) {
            JsonNode last = pages.get(page - 1).get("items").valueStream().toList().getLast();
            JsonNode first = pages.get(page).at("/items/0");
            if (last.has(field) && last.get(field).equals(first.get(field))) {
                return true;
            }
        }
        return false;
    }
}
