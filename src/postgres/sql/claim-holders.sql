SELECT name, holder FROM claim_holder WHERE tenant_id = $1 AND name = ANY ($2::text[]) ORDER BY name, holder
