SELECT * FROM act_row WHERE tenant_id = $1 AND stream = ANY ($2) ORDER BY stream, n
