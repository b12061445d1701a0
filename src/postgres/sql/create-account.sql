WITH made AS (
  INSERT INTO account (tenant_id, id, login, password, disabled, temporary)
  VALUES ($1, $2, lower($3), $4, $5, $6)
  ON CONFLICT DO NOTHING
  RETURNING id
)
INSERT INTO account_post (tenant_id, account, n, unit, role, office)
SELECT $1, made.id, p.n, p.unit, p.role, p.office
FROM made
CROSS JOIN unnest($7::text[], $8::text[], $9::text[]) WITH ORDINALITY AS p (unit, role, office, n)
RETURNING n
