-- Members of joint committees that are suspended, and committees in common that became joint ones.

create table projection.joint_suspension (joint_committee text not null, member text not null, cause text,
    functions text[], since date);
comment on table projection.joint_suspension is 'That a member takes no part for the time being, and why.';
call projection.make_timeline('joint_suspension', 'joint_committee', 'member');

create table projection.joint_conversion (joint_committee text not null, committee text not null, ccg text, since date);
comment on table projection.joint_conversion is 'A committee of one group that gave way to a joint committee.';
call projection.make_timeline('joint_conversion', 'joint_committee', 'committee');
