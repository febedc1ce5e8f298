SELECT account_id, hour, category, end_user, blocks
FROM moderation_overflow
WHERE (account_id, hour) IN (
    SELECT account_id, hour FROM moderation_overflow
    WHERE hour < %(before)s
    GROUP BY account_id, hour
    ORDER BY hour, account_id
    LIMIT %(limit)s
)
ORDER BY hour, account_id
