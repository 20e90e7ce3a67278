-- The smallest tables that a correct ledger of many tenants needs: keys, the idempotency key, one index for a register.
-- What PostgreSQL does with these is the limit; ours may cost a ratio more.
drop schema if exists lim cascade;
create schema lim;
create table lim.tx (tenant int not null, id bigint not null, day date not null, key text not null, primary key (tenant, id), unique (tenant, key));
create sequence lim.tx_id cache 50;
create table lim.entry (
  tenant int not null, tx bigint not null, n smallint not null, account int not null, cents bigint not null,
  primary key (tenant, tx, n), foreign key (tenant, tx) references lim.tx);
create index on lim.entry (tenant, account, tx);
