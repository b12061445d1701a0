-- One index range a post, each already in the queue's order; the cursor is the last row's key. A
-- seat in an office sees what that office has, and what none has through the first of its lanes.
-- OFFSET 0 keeps the look-up of a title a look-up, however many acts the planner expects.
SELECT a.*, (SELECT s.version FROM stream_state s WHERE s.tenant_id = $1 AND s.stream = a.stream)
FROM (
  SELECT lane.*
  FROM unnest($2::text[], $3::text[], $12::text[], $13::boolean[])
    AS post (unit, role, office, bare)
  CROSS JOIN LATERAL (
    SELECT t.stream, t.process, t.act, t.unit, t.role, t.clock, t.started_at, t.due_at, t.first,
      t.office, t.account, l.title, l.category, l.place, l.about
    FROM act_row t
    CROSS JOIN LATERAL (
      SELECT title, category, place, about FROM list_row WHERE tenant_id = $1 AND stream = t.stream OFFSET 0
    ) AS l
    WHERE t.tenant_id = $1 AND t.unit = post.unit AND t.role = post.role
      AND (post.office IS NULL OR t.office = post.office OR (post.bare AND t.office IS NULL))
      AND ($14::text IS NULL OR t.office = $14) AND ($15::text IS NULL OR t.account = $15)
      AND ($16::text[] IS NULL OR t.act = ANY ($16))
      AND ((NOT t.first), coalesce(t.due_at, 9007199254740991), t.started_at, t.stream, t.act, t.role, t.unit)
        > ($5::boolean, $6::bigint, $7::bigint, $8, $9, $10, $11)
    ORDER BY (NOT t.first), coalesce(t.due_at, 9007199254740991), t.started_at, t.stream, t.act
    LIMIT $4
  ) AS lane
) AS a
ORDER BY (NOT a.first), coalesce(a.due_at, 9007199254740991), a.started_at, a.stream, a.act, a.role, a.unit
LIMIT $4
