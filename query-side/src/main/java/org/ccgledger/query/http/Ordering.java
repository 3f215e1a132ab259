package org.ccgledger.query.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ccgledger.query.http.Listing.Column;

/// The order of a listing, total because the key comes last.
record Ordering(String name, List<Term> terms) {

    /// One column of the order.
    record Term(Column column, boolean descending) {

        /// Columns of the place are told from those of the answer by this.
        static final String NAME = "pageplace";

        String sql() {
            return column.expression() + (descending ? " desc" : "");
        }

        /// What a place holds of it.
        ///
        /// @param index of the column in the order
        String parameter(int index) {
            return "cast(:" + NAME + index + " as " + column.type() + ")";
        }
    }

    /// @param sort such as `-since,ods`
    static Ordering of(String sort, Map<String, Column> sorts, List<Column> key) {
        List<Term> terms = new ArrayList<>();
        for (String part : sort.isEmpty() ? new String[0] : sort.split(",", -1)) {
            boolean descending = part.startsWith("-");
            Column column = sorts.get(descending ? part.substring(1) : part);
            if (column == null) {
                throw QueryProblem.invalidField(
                        "sort", "It can be sorted by " + String.join(", ", sorts.keySet()));
            }
            terms.add(new Term(column, descending));
        }
        key.forEach(column -> terms.add(new Term(column, false)));
        return new Ordering(sort, List.copyOf(terms));
    }

    /// The same order, read from its end.
    Ordering reversed() {
        return new Ordering(
                name,
                terms.stream().map(term -> new Term(term.column(), !term.descending())).toList());
    }

    String sql() {
        return terms.stream().map(Term::sql).collect(Collectors.joining(", "));
    }

    /// The place of a row, as text.
    String columns() {
        return IntStream.range(0, terms.size())
                .mapToObj(i ->
                        "(" + terms.get(i).column().expression() + ")::text as " + Term.NAME + i)
                .collect(Collectors.joining(", "));
    }

    /// Follows from the rest of the condition. An index is read from there on, and not from its
    /// beginning.
    private String begin() {
        Term first = terms.getFirst();
        return first.column().expression()
                + (first.descending() ? " <= " : " >= ")
                + first.parameter(0);
    }

    /// The condition for what comes after a place.
    ///
    /// @param values to which those of the place are added
    String after(List<String> place, Map<String, Object> values) {
        List<String> cases = new ArrayList<>();
        StringBuilder same = new StringBuilder();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            String parameter = term.parameter(i);
            values.put(Term.NAME + i, place.get(i));
            cases.add(
                    "("
                            + same
                            + term.column().expression()
                            + (term.descending() ? " < " : " > ")
                            + parameter
                            + ")");
            same.append(term.column().expression()).append(" = ").append(parameter).append(" and ");
        }
        return begin() + " and (" + String.join(" or ", cases) + ")";
    }
}
