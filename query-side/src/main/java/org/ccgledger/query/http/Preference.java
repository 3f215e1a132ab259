package org.ccgledger.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// Which of several forms of an answer a caller wants.
public final class Preference {

    private Preference() {}

    /// The one that the caller prefers; the first if it does not care.
    ///
    /// @throws QueryProblem if it accepts none of them
    public static MediaType of(HttpServletRequest request, List<MediaType> offered) {
        return among(request, offered).orElseThrow(() -> notAcceptable(offered));
    }

    /// The one that the caller prefers, if it accepts one of them; the first if it does not care.
    public static Optional<MediaType> among(HttpServletRequest request, List<MediaType> offered) {
        List<String> accept = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        List<MediaType> ranges;
        try {
            ranges = MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException _) {
            return Optional.empty();
        }
        if (ranges.isEmpty()) {
            return Optional.of(offered.getFirst());
        }
        List<MediaType> closest =
                ranges.stream().sorted(Comparator.comparingInt(Preference::width)).toList();
        return offered.stream()
                .flatMap(form -> wish(form, closest).stream())
                .filter(wish -> wish.quality() > 0)
                .min(
                        Comparator.comparingDouble(Wish::quality)
                                .reversed()
                                .thenComparingInt(Wish::place))
                .map(Wish::form);
    }

    /// How much a form is wanted, by the range that names it most closely.
    ///
    /// @param place of that range
    private record Wish(MediaType form, double quality, int place) {}

    private static Optional<Wish> wish(MediaType form, List<MediaType> closest) {
        return closest.stream()
                .filter(range -> range.includes(form))
                .findFirst()
                .map(range -> new Wish(form, range.getQualityValue(), closest.indexOf(range)));
    }

    private static int width(MediaType range) {
        if (range.isWildcardType()) {
            return 2;
        }
        return range.isWildcardSubtype() ? 1 : 0;
    }

    private static QueryProblem notAcceptable(List<MediaType> offered) {
        return QueryProblem.notAcceptable(
                offered.stream().map(form -> form.getType() + "/" + form.getSubtype()).toList());
    }
}
