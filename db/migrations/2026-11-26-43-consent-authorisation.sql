-- A photo or PDF of the authorisation that the member signed, kept with the request; it is shared with the municipality that reads it (Awb 2:1).
alter table consent.request add column authorisation_file uuid;
comment on column consent.request.authorisation_file is 'personal: picture of the signed authorisation; kept: 7 years after the consent ends';
