SELECT a.id, a.login, a.password, a.disabled,
  array_agg(p.unit ORDER BY p.n) AS units, array_agg(p.role ORDER BY p.n) AS roles,
  s.unit, s.role, s.opened_at, s.idle_until, s.until
FROM session s
JOIN account a ON a.tenant_id = $1 AND a.id = s.account AND NOT a.disabled
JOIN account_post p ON p.tenant_id = $1 AND p.account = a.id
WHERE s.tenant_id = $1 AND s.token_hash = $2 AND s.idle_until > $3 AND s.until > $3
GROUP BY a.id, a.login, a.password, a.disabled, s.unit, s.role, s.opened_at, s.idle_until, s.until
HAVING bool_or(p.unit = s.unit AND p.role = s.role)
