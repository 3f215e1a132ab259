-- What is known now is found among many versions, whose days and positions are looked at in the index.

create index condition_known on projection.condition (ccg, condition, known_to, known_from, eff_from, eff_to);
create index joint_member_known on projection.joint_member
    (joint_committee, member, known_to, known_from, eff_from, eff_to);
create index ccg_identity_known on projection.ccg_identity (ccg, known_to, known_from, eff_from, eff_to);
