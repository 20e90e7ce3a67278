-- A language buddy or the UWV asks for hours of language and taking part, and a member could show everything but those.
alter table coaching.partner_piece drop constraint partner_piece_kind_check;
alter table coaching.partner_piece add constraint partner_piece_kind_check check (kind in ('actionPlan', 'monthStatement', 'pots', 'consentLetter', 'hours'));
