SELECT DISTINCT stream, process FROM clock_row
WHERE tenant_id = $1 AND provisional AND ended_at IS NULL AND ($2::text IS NULL OR stream > $2)
ORDER BY stream
LIMIT $3
