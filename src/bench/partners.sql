-- Many partners, each with published overlays on one guide first, on others and on all: psql -v partners=N -v overlays=N, one of them on all guides.
insert into partner.partner (slug, name, client_id, scopes, origins)
select 'partner-' || n, 'Partner ' || n, 'client-' || n, '{READ,OVERLAY}', array['https://partner-' || n || '.example']
from generate_series(1, :partners) n;

with target as (
  select row_number() over (order by slug <> 'backend-developer-intern', slug) as number, id from catalogue.guide),
content as (
  select p.id as partner, t.id as guide, json_build_array(json_build_object(
    'locale', 'en',
    'questions', (select json_agg(json_build_object(
        'slug', 'own-' || q, 'prompt', 'What do you know about ' || p.name || ', part ' || q || '?',
        'advice', repeat('Read our pages about the team first. ', 10), 'answer', repeat('I have read about the team. ', 20)))
      from generate_series(1, 3) q),
    'links', json_build_array(
      json_build_object('placement', 'AFTER_TYPES', 'headline', 'At ' || p.name, 'label', 'Read more', 'urlTemplate', p.origins[1] || '/{slug}'),
      json_build_object('placement', 'FOOTER', 'headline', 'Join us as {title}', 'label', 'Apply', 'urlTemplate', p.origins[1] || '/jobs?q={title}')),
    'jobLinks', json_build_array(json_build_object('label', 'Jobs', 'urlTemplate', p.origins[1] || '/jobs', 'count', 12)),
    'brandingNotes', 'Say **' || p.name || '**.')) as document
  from partner.partner p join (select number, id from target union all select 0, null) t on t.number < :overlays)
insert into partner.overlay (partner_id, guide_id, version, published_version, draft, published, changed_at, published_at)
select partner, guide, 1, 1, document, document, now(), now() from content;
analyze partner.partner, partner.overlay;
