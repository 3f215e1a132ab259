-- Primary care trusts, to whom what they held went, and their abolition.

create table projection.predecessor (pct text not null, name text, sha text);
comment on table projection.predecessor is 'A primary care trust, from the day on which it was registered.';
call projection.make_timeline('predecessor', 'pct');

create table projection.predecessor_holding (pct text not null, kind text not null, holding text not null,
    registered_on date);
comment on table projection.predecessor_holding is 'Something that a primary care trust holds.';
call projection.make_timeline('predecessor_holding', 'pct', 'kind', 'holding');

create table projection.predecessor_scheme (pct text not null, kind text not null, holding text not null, receivers text[],
    shares numeric[], transfers_on date, made_on date);
comment on table projection.predecessor_scheme is
    'Who comes after a trust in a holding by the latest scheme: as many shares as receivers, in their order.';
call projection.make_timeline('predecessor_scheme', 'pct', 'kind', 'holding');

create table projection.predecessor_post (pct text not null, post text not null, receiver text, transfers_on date);
comment on table projection.predecessor_post is 'A post that a trust transferred, whoever holds it.';
call projection.make_timeline('predecessor_post', 'pct', 'post');

create table projection.predecessor_abolition (pct text not null, abolished_on date);
comment on table projection.predecessor_abolition is 'The day of a trust''s abolition.';
call projection.make_timeline('predecessor_abolition', 'pct');
