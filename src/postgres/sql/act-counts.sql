SELECT count(*) AS total,
  count(*) FILTER (WHERE due_at <= $4) AS overdue,
  count(*) FILTER (WHERE due_at > $4 AND due_at < $5) AS "dueToday"
FROM act_row WHERE tenant_id = $1 AND unit = $2 AND role = ANY ($3::text[])
