SELECT create_tenant($1) AS created
