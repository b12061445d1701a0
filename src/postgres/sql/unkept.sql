SELECT l.stream, s.version
FROM list_row l
JOIN stream_state s ON s.tenant_id = $1 AND s.stream = l.stream
WHERE l.tenant_id = $1 AND l.process = 'case' AND l.bucket IN ('closed', 'answered', 'redirected')
  AND l.stream > $2
  AND NOT EXISTS (
    SELECT FROM stream_state r WHERE r.tenant_id = $1 AND r.stream = 'retention-' || l.stream)
ORDER BY l.stream
LIMIT $3
