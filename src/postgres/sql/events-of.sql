SELECT stream, process, version, type, v, bytes, hash, occurred_at, recorded_at
FROM event
WHERE tenant_id = $1 AND stream = ANY ($2)
ORDER BY stream, version
