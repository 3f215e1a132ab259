package org.ccgledger.query.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ccgledger.query.http.Listing.Filter;

/// How the audit's listings are narrowed.
public final class AuditFilters {

    private final Map<String, Filter> filters = new LinkedHashMap<>();

    private AuditFilters() {}

    /// By who acted and under which authority, by correlation, and by when it was recorded and
    /// takes effect.
    ///
    /// @param actor the column that holds who acted
    public static AuditFilters common(String actor) {
        AuditFilters common = new AuditFilters();
        common.filters.putAll(RecordedRange.filters());
        return common.equal("actor", actor)
                .equal("role", "role")
                .equal("body", "body")
                .equal("command", "command")
                .equal("correlationId", "correlation_id")
                .containing("authority", "concat_ws(' ', instrument, provision, delegation)")
                .with("effectiveFrom", new Filter("effective_on >= :value", Filter.Kind.DATE))
                .with("effectiveTo", new Filter("effective_on <= :value", Filter.Kind.DATE));
    }

    public AuditFilters equal(String parameter, String column) {
        return with(parameter, Filter.text(column));
    }

    /// Without regard to case.
    public AuditFilters containing(String parameter, String text) {
        return with(
                parameter,
                new Filter("position(lower(:value) in lower(" + text + ")) > 0", Filter.Kind.TEXT));
    }

    public AuditFilters among(String parameter, String list) {
        return with(
                parameter, new Filter(list + " @> array[cast(:value as text)]", Filter.Kind.TEXT));
    }

    public Map<String, Filter> all() {
        return filters;
    }

    private AuditFilters with(String parameter, Filter filter) {
        filters.put(parameter, filter);
        return this;
    }
}
