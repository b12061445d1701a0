UPDATE session SET idle_until = greatest(idle_until, $3) WHERE tenant_id = $1 AND token_hash = $2
