-- Somebody else may refer a person, with that person's agreement: who did, why, and a link on which only the course of it can be read.
alter table members.application
  add column referrer_kind text check (referrer_kind in ('municipality', 'workCompany', 'neighbourhood', 'uwv', 'network', 'other')),
  add column referrer text,
  add column referral_why text,
  add column speaks text,
  add column referral_hash text,
  add constraint referred_whole check (num_nonnulls(referrer_kind, referrer, referral_why, referral_hash) in (0, 4)),
  add constraint one_referral_per_token unique (tenant, referral_hash);
comment on column members.application.referrer is 'personal: who referred, to ask back; kept: 30 days declined, 1 year sent';
comment on column members.application.referral_why is 'personal: why somebody was referred; kept: 30 days declined, 1 year sent';
comment on column members.application.speaks is 'personal: in which language somebody would rather speak; kept: 30 days declined, 1 year sent';
