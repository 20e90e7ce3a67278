-- A role is taken on by whoever got it before others may reset that person's way in; the role of a member who left comes to an end.
alter table access.affiliation add column accepted_at timestamptz;
alter table access.affiliation no force row level security;
alter table members.journey_step no force row level security;
update access.affiliation a set until = (s.on_day + interval '24 months' - interval '1 day')::date
from (select distinct on (tenant, member) tenant, member, stage, on_day from members.journey_step order by tenant, member, on_day desc, recorded_at desc) s
where s.stage = 'former' and a.organisation = s.tenant and a.person = s.member and a.role = 'member' and a.until is null;
alter table members.journey_step force row level security;
alter table access.affiliation force row level security;
