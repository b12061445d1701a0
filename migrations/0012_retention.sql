-- Retention: which streams serve a matter, which of them wait to be erased, and an erasure that takes
-- with it what was queued about the stream. Primary keys are made anew, to be the newest (see 0001).

ALTER TABLE list_row DROP CONSTRAINT list_row_pkey;
ALTER TABLE list_row ADD PRIMARY KEY (tenant_id, stream);

-- Settled reactions of what is erased: their bodies may hold a title.
GRANT DELETE ON reaction TO shaoying_app;

-- Matters past their time, in every tenant: nothing stands before the erasure, or it is under way.
CREATE FUNCTION to_erase(p_limit integer) RETURNS TABLE (
  tenant text, stream text, status text, about text, version integer
) LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v_tenant text;
BEGIN
  FOR v_tenant IN SELECT tenants(true) LOOP
    PERFORM enter_tenant(v_tenant);
    RETURN QUERY
      SELECT v_tenant, l.stream, l.status, l.about, s.version
      FROM list_row l
      JOIN stream_state s ON s.tenant_id = l.tenant_id AND s.stream = l.stream
      WHERE l.tenant_id = v_tenant AND l.process = 'retention' AND l.status IN ('due', 'erasing')
      -- What is ordered first; of the rest no one may wait for ever behind those that cannot go yet.
      ORDER BY l.status DESC, random() LIMIT p_limit;
  END LOOP;
END $$;

-- Whether a reaction that has not run yet comes from, goes to or copies out of one of the streams. Few
-- are ever pending, so that their text is looked through.
CREATE FUNCTION is_awaited(p_tenant text, p_streams text[]) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
  PERFORM enter_tenant(p_tenant);
  RETURN EXISTS (
    SELECT FROM reaction r, unnest(p_streams) AS s (stream)
    WHERE r.tenant_id = p_tenant AND r.status = 'pending'
      AND (split_part(r.id, '/', 1) = s.stream OR strpos(r.body, '"' || s.stream || '"') > 0));
END $$;

-- The key goes, its texts with it (foreign key), and what was queued from the stream. What is left is the
-- list that a restore replays.
CREATE OR REPLACE FUNCTION destroy_key(p_tenant text, p_stream text, p_reason text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_now bigint := enter_tenant(p_tenant);
BEGIN
  INSERT INTO erasure VALUES (p_tenant, p_stream, p_reason, v_now) ON CONFLICT DO NOTHING;
  DELETE FROM vault_key WHERE tenant_id = p_tenant AND stream = p_stream;
  -- Every id that begins with the stream's name and a slash; a zero follows the slash.
  DELETE FROM reaction
  WHERE tenant_id = p_tenant AND id > p_stream || '/' AND id < p_stream || '0' AND status <> 'pending';
END $$;
