-- Finds outputs by age: those of the test book are deleted after 30 days.
CREATE INDEX generations_with_output_by_age ON generations (finished_at)
    WHERE output_key IS NOT NULL AND NOT output_deleted;
