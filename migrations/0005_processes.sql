-- A second process: lists are of one process each, and say who was called and which case is served.
-- Every index of a list names the process first after the tenant, so that a page of twenty whistles
-- does not read twenty thousand cases. Primary keys are made anew, to be the newest (see 0001).

ALTER TABLE list_row
  ADD COLUMN called text[] COLLATE "C" NOT NULL DEFAULT '{}',
  ADD COLUMN about text COLLATE "C";
ALTER TABLE list_unit ADD COLUMN process text COLLATE "C" NOT NULL DEFAULT 'case';
ALTER TABLE list_unit ALTER COLUMN process DROP DEFAULT;

DROP INDEX list_row_by_bucket, list_row_by_status, list_row_by_category, list_row_by_place;
CREATE INDEX list_row_by_bucket ON list_row
  (tenant_id, process, bucket, (NOT first), (coalesce(due_at, 9007199254740991)), opened_at, stream);
CREATE INDEX list_row_by_status ON list_row
  (tenant_id, process, status, (NOT first), (coalesce(due_at, 9007199254740991)), opened_at, stream);
CREATE INDEX list_row_by_category ON list_row
  (tenant_id, process, category, bucket, (NOT first), (coalesce(due_at, 9007199254740991)), opened_at, stream);
CREATE INDEX list_row_by_place ON list_row
  (tenant_id, process, place, bucket, (NOT first), (coalesce(due_at, 9007199254740991)), opened_at, stream);
ALTER TABLE list_row DROP CONSTRAINT list_row_pkey;
ALTER TABLE list_row ADD PRIMARY KEY (tenant_id, stream);

DROP INDEX list_unit_in_order;
CREATE INDEX list_unit_in_order ON list_unit
  (tenant_id, process, unit, bucket, (NOT first), (coalesce(due_at, 9007199254740991)), opened_at, stream);
ALTER TABLE list_unit DROP CONSTRAINT list_unit_pkey;
ALTER TABLE list_unit ADD PRIMARY KEY (tenant_id, stream, unit);

-- Unchanged rows are left alone: most acts touch neither title nor due instant.
CREATE OR REPLACE FUNCTION keep_list_row(p_tenant text, p_stream text, p_process text, p_list jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_old list_row;
  v_new list_row;
  v_unit text;
BEGIN
  SELECT * INTO v_old FROM list_row WHERE tenant_id = p_tenant AND stream = p_stream;
  v_new := jsonb_populate_record(NULL::list_row, p_list || jsonb_build_object(
    'tenant_id', p_tenant, 'stream', p_stream, 'process', p_process));
  IF v_old IS NOT DISTINCT FROM v_new THEN
    RETURN;
  ELSIF v_new.stream IS NULL THEN
    DELETE FROM list_row WHERE tenant_id = p_tenant AND stream = p_stream;
  ELSIF v_old.stream IS NULL THEN
    INSERT INTO list_row VALUES (v_new.*);
  ELSE
    UPDATE list_row SET status = v_new.status, outcome = v_new.outcome, bucket = v_new.bucket,
      category = v_new.category, title = v_new.title, place = v_new.place, holder = v_new.holder,
      received_by = v_new.received_by,
      lead = v_new.lead, assisting = v_new.assisting, opened_at = v_new.opened_at,
      ended_at = v_new.ended_at, due_at = v_new.due_at, first = v_new.first,
      imported = v_new.imported, breaches = v_new.breaches, called = v_new.called, about = v_new.about
    WHERE tenant_id = p_tenant AND stream = p_stream;
  END IF;

  FOREACH v_unit IN ARRAY ARRAY[v_old.holder, v_old.received_by, v_old.lead] || v_old.assisting || v_old.called LOOP
    CONTINUE WHEN v_unit IS NULL OR v_unit = ANY (ARRAY[v_new.holder, v_new.received_by, v_new.lead] || v_new.assisting || v_new.called);
    DELETE FROM list_unit WHERE tenant_id = p_tenant AND stream = p_stream AND unit = v_unit;
  END LOOP;
  FOREACH v_unit IN ARRAY ARRAY[v_new.holder, v_new.received_by, v_new.lead] || v_new.assisting || v_new.called LOOP
    CONTINUE WHEN v_unit IS NULL;
    INSERT INTO list_unit AS u
    VALUES (p_tenant, p_stream, v_unit, v_new.bucket, v_new.opened_at, v_new.due_at, v_new.first, p_process)
    ON CONFLICT (tenant_id, stream, unit) DO UPDATE SET bucket = v_new.bucket,
      opened_at = v_new.opened_at, due_at = v_new.due_at, first = v_new.first
    WHERE (u.bucket, u.opened_at, u.due_at, u.first)
      IS DISTINCT FROM (v_new.bucket, v_new.opened_at, v_new.due_at, v_new.first);
  END LOOP;

  IF v_new.title IS DISTINCT FROM v_old.title THEN
    DELETE FROM search_token
    WHERE tenant_id = p_tenant AND token = ANY (title_tokens(v_old.title)) AND stream = p_stream;
    INSERT INTO search_token SELECT p_tenant, token, p_stream FROM unnest(title_tokens(v_new.title)) AS token;
  END IF;
END $$;
