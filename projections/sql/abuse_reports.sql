-- name: add
INSERT INTO abuse_reports (report_id, position, kind, generation_id, status, due_at, received_at)
VALUES (%(report_id)s, %(position)s, %(kind)s, %(generation_id)s, 'open', %(due_at)s,
    %(received_at)s);

-- name: close
UPDATE abuse_reports
SET status = 'closed', outcome = %(outcome)s, actor = %(actor)s, closed_at = %(closed_at)s
WHERE report_id = %(report_id)s;

-- name: list
SELECT report_id, position, kind, generation_id, status, outcome, actor, due_at, received_at,
    closed_at
FROM abuse_reports
WHERE position > %(cursor)s
    AND (%(status)s::text IS NULL OR status = %(status)s::text)
    AND (%(kind)s::text IS NULL OR kind = %(kind)s::text)
ORDER BY position LIMIT %(limit)s;
