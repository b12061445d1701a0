SELECT * FROM stream_state WHERE tenant_id = $1 AND stream = ANY ($2)
