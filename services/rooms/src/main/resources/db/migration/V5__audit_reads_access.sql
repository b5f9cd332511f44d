-- The third read across a border (decision 33): audit compares who may read in a room with the
-- approvals in its log, so that whoever was seated by other means is found.
grant usage on schema rooms to samsnakk_audit;
grant select on access_v1 to samsnakk_audit;
