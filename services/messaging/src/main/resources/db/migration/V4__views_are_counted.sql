-- A view that somebody has again within ten minutes is counted in a row of viewing (decision 47): that of the first view
-- whose id this is. None where the view has entries of its own.
alter table view_interval add column window_id uuid;

-- Which views outlast their window.
create index view_open_in_window on view_interval (window_id) where closed_at is null and window_id is not null;
