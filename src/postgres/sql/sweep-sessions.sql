DELETE FROM session WHERE tenant_id = $1 AND (idle_until <= $2 OR until <= $2) RETURNING token_hash
