SELECT stream, reason, at
FROM erasure
WHERE tenant_id = $1 AND stream > $2
ORDER BY stream
LIMIT $3
