SELECT bucket, count(*) AS n FROM list_row WHERE tenant_id = $1 GROUP BY bucket
