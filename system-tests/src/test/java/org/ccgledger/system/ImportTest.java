package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportTest {

    private static final String HEADER =
            "ods_code,ons_code,name,area_team,region,list_size_2013_14\n";
    private static final String KNOWN =
            "02Q,E38000008,NHS Bassetlaw,South Yorkshire and Bassetlaw,North of England,111000\n";
    private static final String UNKNOWN =
            "9XX,E38999021,\"NHS Lyonesse, Ys and Avalon\",Nowhere,South of England,1200\n";

    private final Caller caller = PlayedEngland.shared().process().caller();

    @Test
    void a_known_group_gets_its_list_size_and_an_unknown_code_is_reserved_once() {
        Reply first = post(HEADER + KNOWN + UNKNOWN);
        Reply again = post(HEADER + KNOWN + UNKNOWN);

        assertThat(first.json().path("groups").asInt()).as(first.toString()).isEqualTo(2);
        assertThat(first.json().path("recorded").asInt()).isEqualTo(1);
        assertThat(first.json().path("reserved").asInt()).isEqualTo(1);
        assertThat(again.json().path("reserved").asInt()).isEqualTo(1);
        assertThat(caller.get("/v1/audit/streams/ccg/9XX").json().get("items").size()).isEqualTo(1);
    }

    @Test
    void every_bad_line_is_named_and_nothing_of_a_bad_file_is_imported() {
        Reply reply =
                post(
                        HEADER
                                + "9WW,E38999031,NHS Somewhere,Nowhere,South of England,1200\n"
                                + "bad code,E38999032,NHS A,Nowhere,South of England,1200\n"
                                + "9WX,E38999031,NHS B,Nowhere,South of England,none\n"
                                + "9WY,E38999033,NHS C\n"
                                + "02Q,E38000008,NHS Another Name,South Yorkshire and Bassetlaw,North of England,5\n");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .contains("/lines/3", "/lines/4", "/lines/5", "/lines/6")
                .doesNotContain("/lines/2\"");
        assertThat(caller.get("/v1/audit/streams/ccg/9WW").status()).isEqualTo(404);
    }

    @Test
    void a_file_with_another_header_is_refused() {
        assertThat(post("code,name\n02Q,NHS Bassetlaw\n").body())
                .contains("/lines/1", HEADER.strip());
    }

    private Reply post(String csv) {
        return caller.importGroups(Senders.REGISTRY, csv);
    }
}
