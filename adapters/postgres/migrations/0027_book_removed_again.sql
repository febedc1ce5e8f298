-- A reaction, as its table: when the bytes were deleted for the first time, where they are deleted
-- once more, because a copy of them may have been under way then.
ALTER TABLE removals ADD COLUMN deleted_at timestamptz;
