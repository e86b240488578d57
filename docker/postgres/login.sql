-- The service's login: it owns its database, and is no superuser, for whom row-level security would not hold.
create role prepgraph login createrole password 'prepgraph';
create database prepgraph owner prepgraph;
