-- An account on hold asks for nothing new, so one without open work has none ever after.
DELETE FROM account_holds h
WHERE NOT EXISTS (
    SELECT FROM dispatch_queue q WHERE q.account_id = h.account_id AND q.kind <> 'identity'
);
