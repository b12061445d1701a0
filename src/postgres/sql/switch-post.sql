UPDATE session SET unit = $3, role = $4, office = $5 WHERE tenant_id = $1 AND token_hash = $2
