package org.ccgledger.query.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/// Which of several forms of an answer a caller wants.
public final class Preference {

    private Preference() {}

    /// The one that the caller prefers; the first if it does not care.
    ///
    /// @param accept the header of that name
    /// @throws QueryProblem if it accepts none of them
    public static MediaType of(@Nullable String accept, List<MediaType> offered) {
        if (accept == null || accept.isBlank()) {
            return offered.getFirst();
        }
        return parse(accept, offered).stream()
                .filter(wanted -> wanted.getQualityValue() > 0)
                .flatMap(wanted -> offered.stream().filter(wanted::includes))
                .findFirst()
                .orElseThrow(() -> notAcceptable(offered));
    }

    private static List<MediaType> parse(String accept, List<MediaType> offered) {
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            wanted.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
            return wanted;
        } catch (InvalidMediaTypeException _) {
            throw notAcceptable(offered);
        }
    }

    private static QueryProblem notAcceptable(List<MediaType> offered) {
        return QueryProblem.notAcceptable(
                offered.stream().map(form -> form.getType() + "/" + form.getSubtype()).toList());
    }
}
