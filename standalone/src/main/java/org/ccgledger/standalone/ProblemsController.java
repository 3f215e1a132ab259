package org.ccgledger.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ccgledger.access.AccessProblem;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.events.commands.RuleBook;
import org.ccgledger.query.http.Preference;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/// What each `type` of a problem leads to: what the rule is, where it comes from and what cures it.
@RestController
class ProblemsController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);
    private static final List<MediaType> FORMS = List.of(HTML, MediaType.APPLICATION_JSON);

    /// What stands behind a code; several capabilities may have a rule of one code.
    record Page(String type, String code, List<Meaning> meanings) {}

    /// @param rule its id, as `A8`; empty where it has none
    /// @param of the capability; empty for what can happen to any request
    record Meaning(String rule, int status, String says, String restsOn, String cure, String of) {}

    @OpenTo(Callers.EVERYBODY)
    @GetMapping(path = "/problems", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Page> all() {
        return Stream.concat(
                        Stream.of(GeneralProblem.values()).map(Enum::name),
                        RuleBook.all().stream().map(RuleBook.Entry::code))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(ProblemsController::page)
                .toList();
    }

    @OpenTo(Callers.EVERYBODY)
    @GetMapping(
            path = "/problems/{name}",
            produces = {MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<Object> one(@PathVariable String name, HttpServletRequest request) {
        Page page = page(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (page.meanings().isEmpty() || !page.type().equals("/problems/" + name)) {
            return problem(404, name);
        }
        return Preference.among(request, FORMS)
                .map(form ->
                        ResponseEntity.ok()
                                .contentType(form)
                                .<Object>body(form.equals(HTML) ? html(page) : page))
                .orElseGet(() -> problem(406, name));
    }

    private static ResponseEntity<Object> problem(int status, String name) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ContainerProblems.problem(status, "/problems/" + name));
    }

    private static Page page(String code) {
        List<Meaning> meanings = new ArrayList<>();
        GeneralProblem.of(code)
                .ifPresent(general ->
                        meanings.add(
                                new Meaning(
                                        "",
                                        general.status(),
                                        general.says(),
                                        "",
                                        general.cure(),
                                        "")));
        RuleBook.all().stream()
                .filter(entry -> entry.code().equals(code))
                .map(entry ->
                        new Meaning(
                                entry.id(),
                                entry.status(),
                                entry.says() + ".",
                                entry.restsOn(),
                                entry.cure(),
                                entry.of()))
                .forEach(meanings::add);
        return new Page(AccessProblem.typeOf(code), code, meanings);
    }

    private static String html(Page page) {
        StringBuilder html = new StringBuilder();
        html.append("<!doctype html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\"><title>")
                .append(page.code())
                .append("</title></head>\n<body>\n<h1>")
                .append(page.code())
                .append("</h1>\n");
        for (Meaning meaning : page.meanings()) {
            html.append("<h2>").append(HtmlUtils.htmlEscape(meaning.says())).append("</h2>\n<dl>");
            line(html, "Rule", meaning.rule());
            line(html, "Status", Integer.toString(meaning.status()));
            line(html, "Of", meaning.of());
            line(html, "Rests on", meaning.restsOn());
            line(html, "What to do", meaning.cure());
            html.append("</dl>\n");
        }
        return html.append("</body>\n</html>\n").toString();
    }

    private static void line(StringBuilder html, String term, String text) {
        if (!text.isEmpty()) {
            html.append("<dt>")
                    .append(term)
                    .append("</dt><dd>")
                    .append(HtmlUtils.htmlEscape(text))
                    .append("</dd>");
        }
    }
}
