-- A member is asked an invoice for with somebody else's customer: the member of the invoice may see that customer.
create table organisations.customer_shared (
  tenant uuid not null,
  customer uuid not null,
  member uuid not null references access.person,
  shared_at timestamptz not null,
  primary key (tenant, customer, member),
  foreign key (tenant, customer) references organisations.customer (tenant, id) on delete cascade
);
create index on organisations.customer_shared (tenant, member);
comment on column organisations.customer_shared.member is 'personal: who also sells to this customer; kept: as long as the customer';
select access.wall('organisations.customer_shared');

-- What was asked before; for one moment the owner looks over the wall, for a migration acts for no cooperative.
alter table organisations.customer no force row level security;
alter table organisations.customer_shared no force row level security;
alter table invoicing.draft no force row level security;
alter table invoicing.invoice no force row level security;
insert into organisations.customer_shared (tenant, customer, member, shared_at)
select distinct on (c.tenant, c.id, x.member) c.tenant, c.id, x.member, x.at
from (
  select tenant, customer, member, asked_at as at from invoicing.draft where customer is not null
  union all
  select tenant, customer, member, sent_at as at from invoicing.invoice where customer is not null) x
join organisations.customer c on c.tenant = x.tenant and c.id = x.customer and c.member is distinct from x.member
order by c.tenant, c.id, x.member, x.at;
alter table organisations.customer force row level security;
alter table organisations.customer_shared force row level security;
alter table invoicing.draft force row level security;
alter table invoicing.invoice force row level security;
