SELECT l.*, s.version
FROM list_row l
JOIN stream_state s ON s.tenant_id = $1 AND s.stream = l.stream
WHERE l.tenant_id = $1 AND l.stream = $2
