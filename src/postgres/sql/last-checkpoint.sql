SELECT from_position, position, hash, at FROM checkpoint WHERE tenant_id = $1 ORDER BY position DESC LIMIT 1
