package org.ccgledger.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;

/// The forms in which an answer can be had.
public enum Form {
    JSON("application/json"),
    CSV("text/csv;charset=UTF-8"),
    NDJSON("application/x-ndjson"),
    /// CloudEvents 1.0, of answers that list events alone.
    CLOUD_EVENTS("application/cloudevents-batch+json"),
    /// A page to read and to print, of reports alone.
    HTML("text/html;charset=UTF-8"),
    /// The same page on paper.
    PDF("application/pdf");

    /// Those of every answer that is a table.
    static final Set<Form> OF_ALL = Set.of(JSON, CSV, NDJSON);

    static final Set<Form> OF_EVENTS = Set.of(JSON, CSV, NDJSON, CLOUD_EVENTS);

    /// Those of what is written out for readers.
    public static final Set<Form> OF_REPORTS = Set.of(JSON, HTML, PDF);

    private final String type;

    Form(String type) {
        this.type = type;
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    /// The form that the caller prefers; JSON if it does not care.
    ///
    /// @param offered in which the answer can be had
    static Form preferred(HttpServletRequest request, Set<Form> offered) {
        List<Form> forms = Arrays.stream(values()).filter(offered::contains).toList();
        MediaType chosen = Preference.of(request, forms.stream().map(Form::type).toList());
        return forms.stream().filter(form -> form.type().equals(chosen)).findFirst().orElseThrow();
    }
}
