SELECT a.id, a.login, a.password, a.disabled, a.temporary,
  array_agg(p.unit ORDER BY p.n) AS units, array_agg(p.role ORDER BY p.n) AS roles,
  array_agg(p.office ORDER BY p.n) AS offices
FROM account a
JOIN account_post p ON p.tenant_id = $1 AND p.account = a.id
WHERE a.tenant_id = $1
GROUP BY a.id, a.login, a.password, a.disabled, a.temporary
ORDER BY a.login
