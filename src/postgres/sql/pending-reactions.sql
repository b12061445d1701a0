SELECT tenant, id, body FROM pending_reactions($1) ORDER BY queued LIMIT $1
