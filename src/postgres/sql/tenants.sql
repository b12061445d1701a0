SELECT tenants(false) AS tenant
