package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccgledger.events.EventJson;
import org.junit.jupiter.api.Test;

class PromisesTest {

    private static final String DOCUMENT =
            """
            {"paths":{"/v1/commands/Send":{"post":{
              "parameters":[{"in":"header","name":"Idempotency-Key"}],
              "requestBody":{"content":{"application/json":{"schema":{
                "type":"object","required":["one"],
                "properties":{"one":{"type":"string","enum":["A","B"]},"two":{"type":"array","items":{"type":"integer"}}}}}}},
              "responses":{"200":{"content":{"application/json":{"schema":{
                "type":"object","required":["told"],
                "properties":{"told":{"type":["string","null"]},"rows":{"type":"array","items":{"type":"object"}}}}}}}}}}}}
            """;

    private static String broken(String from, String to) {
        assertThat(DOCUMENT).contains(from);
        return String.join(
                ", ",
                Promises.broken(
                        EventJson.MAPPER.readTree(DOCUMENT),
                        EventJson.MAPPER.readTree(DOCUMENT.replace(from, to))));
    }

    @Test
    void more_is_no_breach() {
        assertThat(broken("\"A\",\"B\"", "\"A\",\"B\",\"C\"")).isEmpty();
        assertThat(broken("\"two\":", "\"three\":{\"type\":\"string\"},\"two\":")).isEmpty();
    }

    @Test
    void less_is_one() {
        assertThat(broken("/v1/commands/Send", "/v1/commands/Post"))
                .isEqualTo("post /v1/commands/Send is gone");
        assertThat(broken("Idempotency-Key", "Key")).contains("has no parameter header Idempot");
        assertThat(broken("\"A\",\"B\"", "\"A\"")).contains("/one cannot be \"B\"");
        assertThat(broken("\"two\":", "\"three\":")).contains("has no field two");
        assertThat(broken("\"type\":\"integer\"", "\"type\":\"string\"")).contains("/two[] is a");
    }

    @Test
    void an_answer_may_hold_more_and_never_less() {
        assertThat(broken("\"rows\":", "\"more\":{},\"rows\":")).isEmpty();
        assertThat(broken("\"rows\":", "\"lines\":")).contains("200 has no field rows");
        assertThat(broken("[\"told\"]", "[]")).contains("200 can now lack \"told\"");
        assertThat(broken("[\"string\",\"null\"]", "\"integer\""))
                .contains("/told is a \"integer\"");
    }

    @Test
    void what_becomes_required_is_one() {
        assertThat(broken("[\"one\"]", "[\"one\",\"two\"]")).contains("now requires \"two\"");
    }
}
