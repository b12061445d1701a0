SELECT enter_tenant($1) AS now
