-- One index range a role, each already in the queue's order; the cursor is the last row's key.
SELECT a.*, (SELECT s.version FROM stream_state s WHERE s.tenant_id = $1 AND s.stream = a.stream)
FROM (
  SELECT lane.*
  FROM unnest($3::text[]) AS asked (role)
  CROSS JOIN LATERAL (
    SELECT t.stream, t.process, t.act, t.unit, t.role, t.clock, t.started_at, t.due_at, t.first,
      l.title, l.category, l.place
    FROM act_row t
    JOIN list_row l ON l.tenant_id = $1 AND l.stream = t.stream
    WHERE t.tenant_id = $1 AND t.unit = $2 AND t.role = asked.role
      AND ((NOT t.first), coalesce(t.due_at, 9007199254740991), t.started_at, t.stream, t.act, t.role)
        > ($5::boolean, $6::bigint, $7::bigint, $8, $9, $10)
    ORDER BY (NOT t.first), coalesce(t.due_at, 9007199254740991), t.started_at, t.stream, t.act
    LIMIT $4
  ) AS lane
) AS a
ORDER BY (NOT a.first), coalesce(a.due_at, 9007199254740991), a.started_at, a.stream, a.act, a.role
LIMIT $4
