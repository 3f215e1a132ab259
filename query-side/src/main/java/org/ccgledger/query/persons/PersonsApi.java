package org.ccgledger.query.persons;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.query.http.AboutOne;
import org.ccgledger.query.http.Answer;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What a person held on a day. The person is a pseudonym, and nothing is shown that was said of
/// the person in words.
@RestController
final class PersonsApi {

    private static final Set<String> PROJECTIONS =
            Set.of("ccgs", "governing-bodies", "committees", "interests");
    private static final List<String> COLUMNS =
            List.of("kind", "ccg", "ccgName", "what", "holding", "since", "until", "position");

    private final Answers answers;

    PersonsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(value = Callers.AUDITORS, personal = true)
    @AboutOne
    @GetMapping("/v1/persons/{person}/held")
    ResponseEntity<byte[]> held(@PathVariable String person, HttpServletRequest request) {
        return answers.answer(request, PROJECTIONS, Set.of(), _ -> all(person));
    }

    /// Whoever holds nothing is not told from who is not known.
    private Answer all(String person) {
        List<Map<String, @Nullable Object>> held =
                answers.part(
                        "select kind, ccg, ccg_name, what, holding, since, until, position"
                                + " from reporting.held where person = ?"
                                + " order by kind, ccg, since, holding",
                        person);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("person", person);
        fields.put("items", held);
        return new Answer(fields, COLUMNS, held.stream().map(Row::new).toList(), Map.of());
    }
}
