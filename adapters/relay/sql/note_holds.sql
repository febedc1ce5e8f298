INSERT INTO account_holds (account_id) SELECT unnest(%(account_ids)s::uuid[])
ON CONFLICT (account_id) DO NOTHING;
