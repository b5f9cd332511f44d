-- The running service may see which migrations have been run, and refuses to start when one is missing.
grant select on flyway_schema_history to ${runtime};
