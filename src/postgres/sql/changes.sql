-- What a unit's matters went through between two instants. Promises are the unit's own, whoever has
-- the matter now. OFFSET 0 keeps the look-up of each matter one: joined, all there are would be read.
WITH mine AS (
  SELECT u.stream FROM list_unit u WHERE u.tenant_id = $1 AND u.process = $6 AND u.unit = $2
  UNION
  SELECT l.stream FROM list_row l
  WHERE l.tenant_id = $1 AND l.process = $6 AND l.place = ANY ($3::text[])
)
SELECT
  (count(*) FILTER (WHERE l.opened_at >= $4 AND l.opened_at < $5))::integer AS opened,
  (count(*) FILTER (WHERE l.ended_at >= $4 AND l.ended_at < $5))::integer AS ended,
  (
    SELECT count(*) FROM clock_row c
    WHERE c.tenant_id = $1 AND c.process = $6 AND c.unit = ANY ($3::text[] || $2)
      AND c.breached_at >= $4 AND c.breached_at < $5
  )::integer AS breached
FROM mine CROSS JOIN LATERAL (
  SELECT opened_at, ended_at FROM list_row WHERE tenant_id = $1 AND stream = mine.stream OFFSET 0
) AS l
