SELECT d.hash, d.kind, d.body
FROM unnest($2::text[]) WITH ORDINALITY AS asked (hash, n)
JOIN document d ON d.tenant_id = $1 AND d.hash = asked.hash
ORDER BY asked.n
