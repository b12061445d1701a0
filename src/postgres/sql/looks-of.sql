SELECT stream, ref, field, actor, on_behalf_of, purpose, at
FROM look
WHERE tenant_id = $1 AND stream = ANY ($2)
ORDER BY n
