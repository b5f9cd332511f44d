-- When a block had visited every room of his: what a crash left without it is found by this, and visited (decision 79).
alter table block add column settled_at timestamptz;
create index block_unsettled on block (patient_id) where settled_at is null;

grant update (settled_at) on block to ${runtime};
