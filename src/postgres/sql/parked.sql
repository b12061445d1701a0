SELECT id, body, refusal
FROM reaction
WHERE tenant_id = $1 AND status = 'parked'
ORDER BY queued
LIMIT $2
