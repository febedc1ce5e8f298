DELETE FROM account_holds WHERE account_id = ANY (%(account_ids)s::uuid[]);
