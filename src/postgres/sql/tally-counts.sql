SELECT month, n FROM tally WHERE tenant_id = $1 AND name = $2 ORDER BY month
