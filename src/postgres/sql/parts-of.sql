SELECT l.stream, l.process, l.bucket = 'open' AS open, l.due_at, k.stream IS NOT NULL AS sealed, s.version
FROM (
  SELECT * FROM list_row WHERE tenant_id = $1 AND stream = $2
  UNION ALL
  SELECT * FROM list_row WHERE tenant_id = $1 AND about = $2
) AS l
JOIN stream_state s ON s.tenant_id = $1 AND s.stream = l.stream
LEFT JOIN vault_key k ON k.tenant_id = $1 AND k.stream = l.stream
ORDER BY l.stream
