package org.ccgledger.standalone.england;

import java.util.List;
import java.util.stream.IntStream;

/// The catalogue of 119 criteria in six domains, without the words of 2012.
///
/// That there were 119 is stated (Public Finance, 15 March 2013), and so are the six domains
/// (Lexology and HSJ on waves 1 and 2). The list itself was not found, nor how the 119 fell to the
/// domains: the split 19, 18, 26, 29, 15, 12 and every `SYN-d.nn` are placeholders.
public final class SyntheticCriteria {

    /// One of the six domains.
    ///
    /// @param number from 1 to 6
    /// @param name in the words of the guide for applicants
    /// @param size how many of the 119 are placed in it, which is synthetic
    public record Domain(int number, String name, int size) {}

    /// One placeholder.
    ///
    /// @param id such as `SYN-3.07`
    public record Criterion(String id, Domain domain, String text, Provenance provenance) {}

    private static final List<Domain> DOMAINS =
            List.of(
                    new Domain(
                            1,
                            "A strong clinical and multi-professional focus which brings real added"
                                    + " value",
                            19),
                    new Domain(
                            2,
                            "Meaningful engagement with patients, carers and their communities",
                            18),
                    new Domain(
                            3,
                            "Clear and credible plans which continue to deliver quality, innovation,"
                                    + " productivity and prevention within financial resources",
                            26),
                    new Domain(
                            4,
                            "Proper constitutional and governance arrangements, with the capacity"
                                    + " and capability to deliver all duties and responsibilities,"
                                    + " including financial control",
                            29),
                    new Domain(
                            5,
                            "Collaborative arrangements for commissioning with other groups, local"
                                    + " authorities and the Board, and appropriate commissioning"
                                    + " support",
                            15),
                    new Domain(
                            6,
                            "Great leaders who individually and collectively make a real difference",
                            12));

    private static final List<Criterion> ALL =
            DOMAINS.stream()
                    .flatMap(domain ->
                            IntStream.rangeClosed(1, domain.size())
                                    .mapToObj(number -> placeholder(domain, number)))
                    .toList();

    private SyntheticCriteria() {}

    /// The six domains in order.
    public static List<Domain> domains() {
        return DOMAINS;
    }

    /// All 119, by domain and number.
    public static List<Criterion> all() {
        return ALL;
    }

    static String id(int domain, int number) {
        return "SYN-%d.%02d".formatted(domain, number);
    }

    private static Criterion placeholder(Domain domain, int number) {
        return new Criterion(
                id(domain.number(), number),
                domain,
                "Synthetic placeholder for criterion %d of domain %d: %s."
                        .formatted(number, domain.number(), domain.name()),
                Provenance.synthetic(
                        "the wording of the 119 criteria was not found; the placeholder says only"
                                + " its domain"));
    }
}
