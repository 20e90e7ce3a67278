-- Every column about a person says what it is for; this one was forgotten.
comment on column members.support.member is 'personal: who chose the support; kept: until leaving';
