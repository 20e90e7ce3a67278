-- The request and the grant of a consent from paper had one moment, so that chance said which came first, and half of them still waited for a decision.
alter table consent.event no force row level security;
alter table consent.event disable trigger only_added;
update consent.event g set recorded_at = g.recorded_at + interval '1 millisecond'
from consent.event s
where s.tenant = g.tenant and s.request = g.request and s.kind = 'sent' and s.words = 'paper' and g.kind = 'granted' and g.recorded_at = s.recorded_at;
alter table consent.event enable trigger only_added;
alter table consent.event force row level security;
