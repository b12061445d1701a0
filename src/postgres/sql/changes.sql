-- What a unit's matters went through between two instants; promises are the unit's own, whatever case.
WITH mine AS (
  SELECT u.stream FROM list_unit u WHERE u.tenant_id = $1 AND u.unit = $2
  UNION
  SELECT l.stream FROM list_row l WHERE l.tenant_id = $1 AND l.place = ANY ($3::text[])
)
SELECT
  (count(*) FILTER (WHERE l.opened_at >= $4 AND l.opened_at < $5))::integer AS opened,
  (count(*) FILTER (WHERE l.ended_at >= $4 AND l.ended_at < $5))::integer AS ended,
  coalesce(sum((
    SELECT count(*) FROM clock_row c
    WHERE c.tenant_id = $1 AND c.stream = l.stream AND (c.unit = $2 OR c.unit = ANY ($3::text[]))
      AND c.breached_at >= $4 AND c.breached_at < $5
  )), 0)::integer AS breached
FROM mine JOIN list_row l ON l.tenant_id = $1 AND l.stream = mine.stream AND l.process = $6
