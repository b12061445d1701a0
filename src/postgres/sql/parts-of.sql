SELECT l.stream, l.process, l.bucket = 'open' AS open, l.due_at, s.version,
  (SELECT true FROM vault_key k WHERE k.tenant_id = $1 AND k.stream = l.stream) IS NOT NULL AS sealed
FROM (
  SELECT * FROM list_row WHERE tenant_id = $1 AND stream = $2
  UNION ALL
  SELECT * FROM list_row WHERE tenant_id = $1 AND about = $2
) AS l
JOIN stream_state s ON s.tenant_id = $1 AND s.stream = l.stream
ORDER BY l.stream
