-- What has been migrated is the owner's to say: it was among all tables when the rights on them were given.
revoke all on automation.schema_history from ccg_command;
