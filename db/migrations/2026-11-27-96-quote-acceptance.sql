-- A customer who says yes on paper or by phone could not be written down: by whom, on which day and with the paper.
alter table invoicing.quote_answer
  add column how text not null default 'link' check (how in ('link', 'paper', 'phone')),
  add column said_on date,
  add column recorded_by uuid references access.person,
  add column paper uuid,
  add check ((how = 'link') = (said_on is null) and (how = 'link') = (recorded_by is null)),
  add check (how = 'link' or outcome = 'accepted'),
  add check (paper is null or how <> 'link');
comment on column invoicing.quote_answer.recorded_by is 'personal: who wrote down what the customer said; kept: as long as the quote';
comment on column invoicing.quote_answer.paper is 'personal: the paper on which the customer accepted; kept: as long as the quote';
