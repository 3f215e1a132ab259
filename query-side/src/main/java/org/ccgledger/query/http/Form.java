package org.ccgledger.query.http;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/// The forms in which an answer can be had.
public enum Form {
    JSON("application/json"),
    CSV("text/csv;charset=UTF-8"),
    NDJSON("application/x-ndjson"),
    /// CloudEvents 1.0, of answers that list events alone.
    CLOUD_EVENTS("application/cloudevents-batch+json");

    /// Those of every answer.
    static final Set<Form> OF_ALL = Set.of(JSON, CSV, NDJSON);

    private final String type;

    Form(String type) {
        this.type = type;
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    /// The first form that the caller prefers; JSON if it does not care.
    ///
    /// @param offered in which the answer can be had
    static Form preferred(@Nullable String accept, Set<Form> offered) {
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        for (MediaType wanted : parse(accept, offered)) {
            for (Form form : values()) {
                if (offered.contains(form)
                        && wanted.getQualityValue() > 0
                        && wanted.includes(form.type())) {
                    return form;
                }
            }
        }
        throw notAcceptable(offered);
    }

    private static List<MediaType> parse(String accept, Set<Form> offered) {
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            wanted.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
            return wanted;
        } catch (InvalidMediaTypeException _) {
            throw notAcceptable(offered);
        }
    }

    private static QueryProblem notAcceptable(Set<Form> offered) {
        return QueryProblem.notAcceptable(
                Arrays.stream(values())
                        .filter(offered::contains)
                        .map(form -> form.type().getType() + "/" + form.type().getSubtype())
                        .toList());
    }
}
