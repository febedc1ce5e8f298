-- Windows that are over, of whoever never came back with a test key.
GRANT SELECT, DELETE ON xavira_test.rate_windows TO xavira_work;
