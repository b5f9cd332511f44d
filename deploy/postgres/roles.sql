-- The roles and schemas of Samsnakk's one database. Safe to run again at any time: it creates what is
-- missing, sets the passwords to what the environment says, and takes back every setting that a role,
-- or whoever has its password, has made for itself.
--
--   SAMSNAKK_DB_ROOMS_PASSWORD=... (ten of them, see below)  psql -d samsnakk -f deploy/postgres/roles.sql
--
-- Each service has two roles. `samsnakk_<service>_owner` owns the schema and runs the migrations;
-- `samsnakk_<service>` is what the running service is: it may do only what a migration grants it, so that
-- audit, for instance, cannot change or delete what it has written (rules 6 and 7).
-- The all-in-one runs this very file (through JDBC: it reads the \getenv lines and leaves out the rest
-- of psql's commands), so keep to plain statements.
\set ON_ERROR_STOP on
\getenv rooms_password SAMSNAKK_DB_ROOMS_PASSWORD
\getenv rooms_owner_password SAMSNAKK_DB_ROOMS_OWNER_PASSWORD
\getenv messaging_password SAMSNAKK_DB_MESSAGING_PASSWORD
\getenv messaging_owner_password SAMSNAKK_DB_MESSAGING_OWNER_PASSWORD
\getenv notifications_password SAMSNAKK_DB_NOTIFICATIONS_PASSWORD
\getenv notifications_owner_password SAMSNAKK_DB_NOTIFICATIONS_OWNER_PASSWORD
\getenv audit_password SAMSNAKK_DB_AUDIT_PASSWORD
\getenv audit_owner_password SAMSNAKK_DB_AUDIT_OWNER_PASSWORD
\getenv gateway_password SAMSNAKK_DB_GATEWAY_PASSWORD
\getenv gateway_owner_password SAMSNAKK_DB_GATEWAY_OWNER_PASSWORD

BEGIN;

DO $$
DECLARE
  service text;
  name text;
  elsewhere text;
BEGIN
  -- Nobody gets anything for merely being able to connect.
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  -- Large objects belong to no schema: whoever can make them can fill the disk, whatever he is granted.
  REVOKE EXECUTE ON FUNCTION
    pg_catalog.lo_creat(integer), pg_catalog.lo_create(oid), pg_catalog.lo_from_bytea(oid, bytea)
    FROM PUBLIC;

  FOREACH service IN ARRAY ARRAY['rooms', 'messaging', 'notifications', 'audit', 'gateway'] LOOP
    FOREACH name IN ARRAY ARRAY['samsnakk_' || service || '_owner', 'samsnakk_' || service] LOOP
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
        EXECUTE format('CREATE ROLE %I', name);
      END IF;
      EXECUTE format(
        'ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', name);
      -- PostgreSQL lets every role set itself what it likes, for any database. (A service that finds
      -- settings other than these two says so: RoleSettings.)
      EXECUTE format('ALTER ROLE %I RESET ALL', name);
      FOR elsewhere IN
        SELECT d.datname FROM pg_db_role_setting s
          JOIN pg_roles r ON r.oid = s.setrole JOIN pg_database d ON d.oid = s.setdatabase
        WHERE r.rolname = name
      LOOP
        EXECUTE format('ALTER ROLE %I IN DATABASE %I RESET ALL', name, elsewhere);
      END LOOP;
      EXECUTE format('ALTER ROLE %I SET search_path = %I', name, service);
      EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), name);
    END LOOP;
    EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I',
      service, 'samsnakk_' || service || '_owner');
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', service, 'samsnakk_' || service);
    -- A transaction that someone forgot holds locks that others wait for.
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L',
      'samsnakk_' || service, '30s');
  END LOOP;
END
$$;

-- By which a part of a name is found quickly (decision 78). Whoever makes an index needs it, and no service.
CREATE SCHEMA IF NOT EXISTS extensions;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA extensions;
GRANT USAGE ON SCHEMA extensions TO samsnakk_rooms_owner;

-- The two reads across a border: rooms.access_v1 (design, part 3) and gateway.session_v1 (decision 24).
-- The migrations of rooms and the gateway grant the views themselves, and nothing else. (Audit reads the
-- first one too: rooms' migration grants that, decision 33.)
GRANT USAGE ON SCHEMA rooms, gateway TO samsnakk_messaging;

ALTER ROLE samsnakk_rooms PASSWORD :'rooms_password';
ALTER ROLE samsnakk_rooms_owner PASSWORD :'rooms_owner_password';
ALTER ROLE samsnakk_messaging PASSWORD :'messaging_password';
ALTER ROLE samsnakk_messaging_owner PASSWORD :'messaging_owner_password';
ALTER ROLE samsnakk_notifications PASSWORD :'notifications_password';
ALTER ROLE samsnakk_notifications_owner PASSWORD :'notifications_owner_password';
ALTER ROLE samsnakk_audit PASSWORD :'audit_password';
ALTER ROLE samsnakk_audit_owner PASSWORD :'audit_owner_password';
ALTER ROLE samsnakk_gateway PASSWORD :'gateway_password';
ALTER ROLE samsnakk_gateway_owner PASSWORD :'gateway_owner_password';

COMMIT;
