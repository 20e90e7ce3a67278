-- The network heard that a cooperative struggled when it was too late. A cooperative may let it see four simple signals, each by its own choice, and somebody calls.

create table network.signal_sharing (
  tenant uuid not null references access.organisation,
  kind text not null check (kind in ('entry', 'treasurer', 'agreement', 'questions')),
  shared boolean not null,
  chosen_by uuid not null references access.person,
  chosen_at timestamptz not null,
  primary key (tenant, kind)
);
comment on column network.signal_sharing.chosen_by is 'personal: who chose to share the signal or not; kept: as long as the organisation is here';
select access.wall('network.signal_sharing');
revoke delete on network.signal_sharing from opbloei_app;
create policy network_reads on network.signal_sharing for select using (shared and access.is_network());

-- A kind and a day, nothing else: what the program of the cooperative saw when it looked last. Gone when it is over, or not shared any more.
create table network.signal (
  tenant uuid not null,
  kind text not null,
  since date not null,
  primary key (tenant, kind),
  foreign key (tenant, kind) references network.signal_sharing
);
select access.wall('network.signal');
create policy network_reads on network.signal for select using (
  access.is_network() and exists (select from network.signal_sharing s where s.tenant = signal.tenant and s.kind = signal.kind and s.shared)
);

-- Who at the network calls a cooperative, what came of it, and that it is done. tenant: the network.
create table network.friendly_call (
  tenant uuid not null references access.organisation,
  id uuid not null,
  cooperative uuid not null references access.organisation,
  taken_by uuid not null references access.person,
  taken_at timestamptz not null,
  note text check (note <> ''),
  done_at timestamptz,
  primary key (tenant, id)
);
-- One of them calls, not two.
create unique index one_call_at_a_time on network.friendly_call (tenant, cooperative) where done_at is null;
comment on column network.friendly_call.taken_by is 'personal: who at the network calls; kept: 2 years after it was taken up';
comment on column network.friendly_call.note is 'personal: what came of the call, which may name somebody; kept: 2 years after it was taken up';
select access.wall('network.friendly_call');
