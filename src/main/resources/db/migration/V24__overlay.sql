-- What partners add to guides, and the addresses of their pages. Each statement names the partner. Replicas of the version before neither
-- need nor harm them.

-- For one guide, for those of a family, or for all.
create table partner.overlay (
  id uuid primary key default catalogue.uuid_v7(),
  partner_id uuid not null references partner.partner,
  -- No foreign key: what is published changes.
  guide_id uuid,
  -- A slug.
  family text check (length(family) between 1 and 100),
  version int not null check (version > 0),
  published_version int check (published_version <= version),
  draft json not null check (octet_length(draft::text) <= 2000000),
  published json check (octet_length(published::text) <= 2000000),
  changed_at timestamptz not null,
  published_at timestamptz,
  check (guide_id is null or family is null),
  check ((published is null) = (published_version is null) and (published is null) = (published_at is null)),
  unique nulls not distinct (partner_id, guide_id, family)
);
create index on partner.overlay (partner_id, id);

-- Tokens that show a partner's drafts.
create table partner.overlay_preview (
  -- SHA-256 of the token.
  digest bytea primary key check (octet_length(digest) = 32),
  partner_id uuid not null references partner.partner,
  expires_at timestamptz not null
);
create index on partner.overlay_preview (partner_id, expires_at);

-- The addresses of a partner's pages of guides, in each language.
create table partner.guide_address (
  partner_id uuid not null references partner.partner,
  -- A BCP 47 language tag.
  locale text not null check (length(locale) between 2 and 80),
  -- The order in which the partner prefers them; the first is the default.
  position int not null check (position >= 0),
  url_template text not null check (length(url_template) between 1 and 1000),
  -- The host of the template, to find the partner of an address.
  host text not null check (length(host) between 1 and 300),
  primary key (partner_id, locale)
);
create index on partner.guide_address (host);
