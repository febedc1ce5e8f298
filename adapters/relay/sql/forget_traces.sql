DELETE FROM trace_parents WHERE noted_at < now() - interval '1 day';
