SELECT e.stream, e.process, e.version, e.type, e.v, e.bytes, e.hash, e.occurred_at, e.recorded_at
FROM event e
JOIN list_row l ON l.tenant_id = $1 AND l.stream = e.stream AND l.category = $3
WHERE e.tenant_id = $1 AND e.type = $2
ORDER BY e.recorded_at DESC, e.stream, e.version
LIMIT $4
