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
    /// @param table of schema `projection` that the listing's view is made of
    public static AuditFilters common(String actor, String table) {
        AuditFilters common = effective();
        common.filters.putAll(RecordedRange.FILTERS);
        return common.equal("actor", actor)
                .equal("role", "role")
                .equal("body", "body")
                .equal("command", "command")
                .equal("correlationId", "correlation_id")
                .with("authority", authority(table));
    }

    /// By when it takes effect.
    public static AuditFilters effective() {
        return new AuditFilters()
                .with("effectiveFrom", new Filter("effective_on >= :value", Filter.Kind.DATE))
                .with("effectiveTo", new Filter("effective_on <= :value", Filter.Kind.DATE));
    }

    public AuditFilters equal(String parameter, String column) {
        return with(parameter, Filter.text(column));
    }

    /// Texts with certain words.
    public AuditFilters saying(String parameter) {
        return with(parameter, new Filter("said @@ projection.asked(:value)", Filter.Kind.TEXT));
    }

    public AuditFilters among(String parameter, String list) {
        return with(
                parameter, new Filter(list + " @> array[cast(:value as text)]", Filter.Kind.TEXT));
    }

    public Map<String, Filter> all() {
        return filters;
    }

    /// Part of an authority, without regard to case. There are few authorities, so which of them it
    /// is a part of is asked first, by hopping from one to the next.
    private static Filter authority(String table) {
        return new Filter(
                "projection.authority(instrument, provision, delegation) = any (:value)",
                Filter.Kind.TEXT,
                """
                with recursive there (authority) as (
                    (select projection.authority(t.instrument, t.provision, t.delegation)
                     from projection.%1$s t order by 1 limit 1)
                    union all
                    select (select projection.authority(t.instrument, t.provision, t.delegation)
                            from projection.%1$s t
                            where projection.authority(t.instrument, t.provision, t.delegation) > there.authority
                            order by 1 limit 1)
                    from there where there.authority is not null)
                select authority from there where position(lower(:value) in lower(authority)) > 0
                """
                        .formatted(table));
    }

    public AuditFilters with(String parameter, Filter filter) {
        filters.put(parameter, filter);
        return this;
    }
}
