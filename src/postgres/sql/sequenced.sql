SELECT p.position, e.stream, e.process, e.version, e.type, e.v, e.bytes, e.hash, e.occurred_at, e.recorded_at
FROM (
  SELECT position, stream, version FROM event_position
  WHERE tenant_id = $1 AND position > $2
  ORDER BY position
  LIMIT $3
) AS p
JOIN event e ON e.tenant_id = $1 AND e.stream = p.stream AND e.version = p.version
ORDER BY p.position
