SELECT coalesce(sum(mine.total), 0)::integer AS total,
  coalesce(sum(mine.overdue), 0)::integer AS overdue,
  coalesce(sum(mine.today), 0)::integer AS "dueToday"
FROM unnest($2::text[], $3::text[], $6::text[], $7::boolean[])
    AS post (unit, role, office, bare)
CROSS JOIN LATERAL (
  SELECT count(*) AS total,
    count(*) FILTER (WHERE t.due_at <= $4) AS overdue,
    count(*) FILTER (WHERE t.due_at > $4 AND t.due_at < $5) AS today
  FROM act_row t WHERE t.tenant_id = $1 AND t.unit = post.unit AND t.role = post.role
    AND (post.office IS NULL OR t.office = post.office OR (post.bare AND t.office IS NULL))
      AND ($8::text IS NULL OR t.office = $8) AND ($9::text IS NULL OR t.account = $9)
      AND ($10::text[] IS NULL OR t.act = ANY ($10))
) AS mine
