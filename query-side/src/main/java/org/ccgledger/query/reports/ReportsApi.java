package org.ccgledger.query.reports;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.events.EventJson;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.Answers.Written;
import org.ccgledger.query.http.Form;
import org.ccgledger.query.http.History;
import org.ccgledger.query.http.Parameters;
import org.ccgledger.query.http.QueryProblem;
import org.ccgledger.query.http.Question;
import org.ccgledger.query.http.Takes;
import org.ccgledger.query.http.TimeTravel;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reports for paper: as JSON, as a page, or as PDF, with the same content.
@RestController
@RequestMapping(
        path = "/v1/reports",
        produces = {
            MediaType.APPLICATION_JSON_VALUE,
            MediaType.TEXT_HTML_VALUE,
            MediaType.APPLICATION_PDF_VALUE
        })
final class ReportsApi {

    /// Raised when the same content is written out in another way.
    private static final String LAYOUT = "page1";

    private final Answers answers;
    private final History history;
    private final DecisionReport decisions;
    private final CommitteeYearReport committees;
    private final RegisterReport registers;

    ReportsApi(
            Answers answers,
            History history,
            DecisionReport decisions,
            CommitteeYearReport committees,
            RegisterReport registers) {
        this.answers = answers;
        this.history = history;
        this.decisions = decisions;
        this.committees = committees;
        this.registers = registers;
    }

    @OpenTo(value = Callers.AUDITORS, personal = true)
    @TimeTravel
    @GetMapping("/decisions/{decision}")
    ResponseEntity<byte[]> decision(HttpServletRequest request, @PathVariable String decision) {
        DecisionReport.Held held = decisions.held(decision);
        return answer(
                request,
                DecisionReport.PROJECTIONS,
                held::madeFrom,
                question -> decisions.of(held, question));
    }

    @OpenTo(Callers.TOKEN_HOLDERS)
    @TimeTravel
    @GetMapping("/committees/{committee}/years/{year}")
    ResponseEntity<byte[]> year(
            HttpServletRequest request, @PathVariable String committee, @PathVariable String year) {
        return answer(
                request,
                CommitteeYearReport.PROJECTIONS,
                UnaryOperator.identity(),
                question -> committees.of(committee, year, question));
    }

    @OpenTo(Callers.EVERYBODY)
    @TimeTravel
    @Takes(name = "ccg", description = "The one group whose entries are wanted.")
    @GetMapping("/registers/{register}")
    ResponseEntity<byte[]> register(HttpServletRequest request, @PathVariable String register) {
        Register named =
                Register.named(register)
                        .orElseThrow(() ->
                                QueryProblem.notFound(
                                        "There are the registers " + Register.names()));
        return answer(
                request,
                named.projections(),
                UnaryOperator.identity(),
                question -> registers.of(named, question));
    }

    private ResponseEntity<byte[]> answer(
            HttpServletRequest request,
            Collection<String> projections,
            UnaryOperator<Question> basis,
            Function<Question, Report> find) {
        return answers.answer(
                request,
                projections,
                Parameters.of(request),
                Form.OF_REPORTS,
                question -> basis.apply(question.madeFrom(LAYOUT, true)),
                find,
                this::written);
    }

    private Written written(Question question, Report report) {
        @Nullable Instant recordedAt = history.recordedAt(question.knownAt()).orElse(null);
        Page page = new Page(report, question.asOf(), question.knownAt(), recordedAt);
        return switch (question.form()) {
            case HTML ->
                    new Written(page.bytes(), Map.of("Content-Security-Policy", page.policy()));
            case PDF -> new Written(Pdf.of(page), Map.of());
            case JSON, CSV, NDJSON, CLOUD_EVENTS -> {
                Map<String, @Nullable Object> body = new LinkedHashMap<>();
                body.put("asOf", question.asOf());
                body.put("knownAt", question.knownAt());
                body.put("recordedAt", recordedAt);
                body.putAll(report.body());
                yield new Written(EventJson.MAPPER.writeValueAsBytes(body), Map.of());
            }
        };
    }
}
