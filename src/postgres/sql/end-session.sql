DELETE FROM session WHERE tenant_id = $1 AND token_hash = $2
