SELECT bucket, count(*) AS n FROM list_row WHERE tenant_id = $1 AND process = $2 GROUP BY bucket
