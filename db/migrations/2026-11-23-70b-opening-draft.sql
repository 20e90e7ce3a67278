-- What was filled in for the opening position and is not booked yet: it can be looked at, corrected and proved to balance first.
create table settlement.opening_draft (
  tenant uuid primary key references access.organisation,
  on_day date not null,
  lines text not null,
  brought_at timestamptz not null,
  brought_by uuid references access.person
);
comment on column settlement.opening_draft.lines is 'personal: names and budgets of members in the file that was brought; kept: until it is booked';
comment on column settlement.opening_draft.brought_by is 'personal: who brought the file; kept: until it is booked';
select access.wall('settlement.opening_draft');
