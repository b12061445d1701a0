INSERT INTO session (tenant_id, token_hash, account, unit, role, office, opened_at, idle_until, until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
