SELECT jsonb_array_length(findings::jsonb), greatest(0, extract(epoch FROM now() - checked_at))
FROM selfcheck_results ORDER BY result_id DESC LIMIT 1;
