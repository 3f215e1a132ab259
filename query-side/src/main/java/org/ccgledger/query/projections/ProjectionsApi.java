package org.ccgledger.query.projections;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.events.EventJson;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.query.http.Parameters;
import org.ccgledger.query.http.Row;
import org.ccgledger.query.projection.QueryDatabase;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The read models as such. What they have parked their answers lack, until a replay handles it.
@RestController
final class ProjectionsApi {

    private final QueryDatabase database;
    private final Ledger ledger;

    ProjectionsApi(QueryDatabase database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    @OpenTo(Callers.TOKEN_HOLDERS)
    @GetMapping("/v1/projections")
    ResponseEntity<byte[]> projections(HttpServletRequest request) {
        Parameters.check(request);
        long head = ledger.head();
        List<Row> progress =
                database.sql()
                        .sql(
                                """
                                select p.projection, p.version, p.position, greatest(0, ? - p.position) as behind,
                                       p.recorded_at,
                                       (select count(*) from projection.dead_letter_entry d
                                        where d.processing_group = p.projection) as parked
                                from projection.progress p order by p.projection
                                """)
                        .param(head)
                        .query(Row::of)
                        .list();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(
                        EventJson.MAPPER.writeValueAsBytes(
                                Map.of("items", progress.stream().map(Row::columns).toList())));
    }
}
