SELECT key, stream FROM alias
WHERE tenant_id = $1 AND kind = $2 AND key >= $3 AND key < $4 AND key > $5
ORDER BY key
LIMIT $6
