-- Projection, as its table. An account that has as much open as it may is counted again with each request
-- that it makes; what others have open need not be read for it.
CREATE INDEX open_debits_by_account ON open_debits (account_id);
