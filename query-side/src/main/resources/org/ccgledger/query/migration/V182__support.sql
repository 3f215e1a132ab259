-- Commissioning support.

create table projection.backstop_period (country text not null, starts_on date, ends_on date, standing text,
    citation text, url text);
comment on table projection.backstop_period is 'For how long the Board stands in where there is no market.';
call projection.make_timeline('backstop_period', 'country');

create table projection.support_arrangement (support text not null, ccg text, service text, provider_kind text,
    provider text, starts_on date, ends_on date, cost numeric, chosen_on date);
comment on table projection.support_arrangement is 'Who a group chose to support it in a service.';
call projection.make_timeline('support_arrangement', 'support');

create table projection.support_end (support text not null, ends_on date, successor text);
comment on table projection.support_end is 'The last day of an arrangement that the group ended.';
call projection.make_timeline('support_end', 'support');

create table projection.support_risk (support text not null, seen_on date);
comment on table projection.support_risk is 'An arrangement of the back stop that was seen to have no successor.';
call projection.make_timeline('support_risk', 'support');
