-- What is about one case is read with it, and erased with it: few rows of each.
CREATE INDEX list_row_by_about ON list_row (tenant_id, about) WHERE about IS NOT NULL;
