SELECT * FROM list_row WHERE tenant_id = $1 AND stream = ANY ($2)
