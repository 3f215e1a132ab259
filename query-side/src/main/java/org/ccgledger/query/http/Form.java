package org.ccgledger.query.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/// The forms in which an answer can be had.
public enum Form {
    JSON("application/json"),
    CSV("text/csv;charset=UTF-8"),
    NDJSON("application/x-ndjson");

    private final String type;

    Form(String type) {
        this.type = type;
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    /// The first form that the caller prefers; JSON if it does not care.
    static Form preferred(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        for (MediaType wanted : parse(accept)) {
            for (Form form : values()) {
                if (wanted.getQualityValue() > 0 && wanted.includes(form.type())) {
                    return form;
                }
            }
        }
        throw QueryProblem.notAcceptable();
    }

    private static List<MediaType> parse(String accept) {
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            wanted.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
            return wanted;
        } catch (InvalidMediaTypeException _) {
            throw QueryProblem.notAcceptable();
        }
    }
}
