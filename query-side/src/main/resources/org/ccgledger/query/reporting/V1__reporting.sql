-- Stable, documented views for those who read with SQL. What they answer for is chosen as projection.as_of and
-- projection.known_at say:
--   select set_config('reporting.as_of', '2013-04-01', false), set_config('reporting.known_at', '1823', false);

comment on schema reporting is 'Views for reports: stable and documented. Choose the day with the setting '
    'reporting.as_of and the knowledge with reporting.known_at; without them they answer for today with all that is known.';

grant usage on schema reporting to reporting, ccg_query;
alter default privileges in schema reporting grant select on tables to reporting, ccg_query;
