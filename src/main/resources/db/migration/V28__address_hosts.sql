-- The addresses of partners' pages with their hosts as browsers send them: in lower case and without the default port.
update partner.guide_address
set url_template = 'https://' || regexp_replace(host, ':(443)?$', '') || substr(url_template, length('https://' || host) + 1),
  host = regexp_replace(host, ':(443)?$', '')
where host ~ ':(443)?$' or not starts_with(url_template, 'https://' || host);
