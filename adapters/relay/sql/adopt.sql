-- Work of pools that the catalogue names no more would wait for ever: no consumer serves them. In the
-- default pool it is drawn, or failed by a consumer that has not the model.
UPDATE dispatch_queue SET pool = %(pool_default)s
WHERE NOT pool = ANY (%(pools)s) AND state <> 'started';
