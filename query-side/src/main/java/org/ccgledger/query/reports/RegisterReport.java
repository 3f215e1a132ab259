package org.ccgledger.query.reports;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccgledger.events.EventJson;
import org.ccgledger.ledger.Digests;
import org.ccgledger.query.http.Question;
import org.ccgledger.query.http.Row;
import org.ccgledger.query.http.Table;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.reports.Report.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A public register as it stood on a day, with a digest of its rows, and for interests the
/// editions that were published.
@Component
final class RegisterReport {

    private static final String EDITIONS =
            """
            select ccg, ccg_name, kind, as_at, published_on, rows, sha256, position from reporting.register_editions
            where (cast(:ccg as text) is null or ccg = :ccg) and kind = 'INTERESTS' order by ccg, as_at, position\
            """;

    private final QueryDatabase database;

    RegisterReport(QueryDatabase database) {
        this.database = database;
    }

    Report of(Register register, Question question) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("ccg", question.parameter("ccg").orElse(null));
        Reading reading = new Reading(database, parameters);
        Table rows = reading.table(register.statement());
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("register", register.title());
        facts.put("ccg", question.parameter("ccg").orElse("all"));
        facts.put("entries", rows.rows().size());
        facts.put("sha256", sha256(rows.rows()));
        List<Part> parts = new ArrayList<>();
        parts.add(
                Part.of(
                        "This edition",
                        "SHA-256 is that of the entries as the lines of JSON that programs get of"
                                + " this report, in their order, each with a line feed.",
                        facts));
        parts.add(Part.of("Entries", "", rows));
        if (register == Register.INTERESTS) {
            parts.add(
                    Part.of(
                            "Editions published",
                            "As their groups published them; SHA-256 is that of the published rows.",
                            reading.table(EDITIONS)));
        }
        return new Report("Public register", register.title(), parts);
    }

    private static String sha256(List<Row> rows) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Row row : rows) {
            lines.writeBytes(EventJson.MAPPER.writeValueAsBytes(row.columns()));
            lines.write('\n');
        }
        return HexFormat.of().formatHex(Digests.sha256(lines.toByteArray()));
    }
}
