-- Shopbell's tables, version 1. ${name}: what a database calls its types.

CREATE TABLE ${p}schema (
  version ${int} NOT NULL
);

-- Every delivery, for as long as it is kept. Personal: recipient, body.
CREATE TABLE ${p}delivery (
  id ${id} NOT NULL PRIMARY KEY,
  store ${name} NOT NULL,
  recipient ${name} NOT NULL,
  type ${name} NOT NULL,
  about ${name} NOT NULL,
  body ${bytes} NOT NULL
)${table};

CREATE INDEX ${p}delivery_about ON ${p}delivery (store, about, type);

CREATE INDEX ${p}delivery_recipient ON ${p}delivery (recipient);

-- How far a delivery has come, from the first time that there is news of it.
CREATE TABLE ${p}log (
  id ${id} NOT NULL PRIMARY KEY,
  state ${word} NOT NULL,
  cancelled ${int} DEFAULT 0 NOT NULL,
  progress ${bytes} NOT NULL
)${hot};

-- What is pending, thin and hot. A claim holds it for a time, by its token; no index knows of that.
CREATE TABLE ${p}queue (
  id ${id} NOT NULL PRIMARY KEY,
  lane ${int} NOT NULL,
  store ${name} NOT NULL,
  due ${long} NOT NULL,
  held ${long} NOT NULL,
  token ${long} NOT NULL,
  begun ${int} NOT NULL,
  lapses ${int} NOT NULL
)${hot};

CREATE INDEX ${p}queue_turn ON ${p}queue (lane, store, due);

-- What was given up.
CREATE TABLE ${p}dead (
  id ${id} NOT NULL PRIMARY KEY
);

-- The callers' own names of notices.
CREATE TABLE ${p}name (
  store ${name} NOT NULL,
  name ${name} NOT NULL,
  fingerprint ${word} NOT NULL,
  deliveries ${text} NOT NULL,
  at ${long} NOT NULL,
  PRIMARY KEY (store, name)
);

CREATE INDEX ${p}name_at ON ${p}name (at);

-- Under which identifiers providers accepted deliveries.
CREATE TABLE ${p}accepted (
  provider ${name} NOT NULL,
  ref ${ref} NOT NULL,
  id ${id} NOT NULL,
  PRIMARY KEY (provider, ref)
);

-- Receipts that came before it was known what they are for.
CREATE TABLE ${p}receipt (
  provider ${name} NOT NULL,
  ref ${ref} NOT NULL,
  status ${word} NOT NULL,
  at ${long} NOT NULL,
  reason ${word} NOT NULL,
  kept ${long} NOT NULL,
  PRIMARY KEY (provider, ref)
);

CREATE INDEX ${p}receipt_kept ON ${p}receipt (kept);

-- The stores' claims on domains, with their history.
CREATE TABLE ${p}domain (
  store ${name} NOT NULL,
  domain ${ref} NOT NULL,
  next ${long} NOT NULL,
  version ${long} NOT NULL,
  body ${bytes} NOT NULL,
  PRIMARY KEY (store, domain)
);

CREATE INDEX ${p}domain_domain ON ${p}domain (domain);

CREATE INDEX ${p}domain_next ON ${p}domain (next);

-- Addresses that must not be written to again. Personal: address.
CREATE TABLE ${p}suppressed (
  store ${name} NOT NULL,
  address ${ref} NOT NULL,
  reason ${word} NOT NULL,
  at ${long} NOT NULL,
  times ${long} NOT NULL,
  PRIMARY KEY (store, address)
);

-- Letters that came back for a reason that passes. Personal: address.
CREATE TABLE ${p}soft_bounce (
  store ${name} NOT NULL,
  address ${ref} NOT NULL,
  cause ${name} NOT NULL,
  at ${long} NOT NULL,
  PRIMARY KEY (store, address, cause)
);

CREATE INDEX ${p}soft_bounce_at ON ${p}soft_bounce (at);

-- What recipients said last, of one channel or ('') of all. Who they are is hashed.
CREATE TABLE ${p}consent (
  person ${word} NOT NULL,
  store ${name} NOT NULL,
  purpose ${word} NOT NULL,
  channel ${word} NOT NULL,
  granted ${int} NOT NULL,
  at ${long} NOT NULL,
  source ${name} NOT NULL,
  PRIMARY KEY (person, store, purpose, channel)
);

INSERT INTO ${p}schema (version) VALUES (1);
