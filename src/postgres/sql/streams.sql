SELECT stream FROM (
  (SELECT stream FROM stream_state WHERE tenant_id = $1 AND stream > $2 ORDER BY stream LIMIT $3)
  UNION
  (SELECT DISTINCT stream FROM event WHERE tenant_id = $1 AND stream > $2 ORDER BY stream LIMIT $3)
  UNION
  (SELECT stream FROM list_row WHERE tenant_id = $1 AND stream > $2 ORDER BY stream LIMIT $3)
  UNION
  (SELECT DISTINCT stream FROM clock_row WHERE tenant_id = $1 AND stream > $2 ORDER BY stream LIMIT $3)
  UNION
  (SELECT DISTINCT stream FROM act_row WHERE tenant_id = $1 AND stream > $2 ORDER BY stream LIMIT $3)
) AS found
ORDER BY stream
LIMIT $3
