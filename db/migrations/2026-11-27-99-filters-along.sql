-- Kept filters come along with the session and its roles, so that a list asks no question more than it did.
grant select (tenant, id, person, role, list, asked, name) on access.kept_filter to opbloei_signin;
