SELECT max(position) AS position FROM event_position WHERE tenant_id = $1
