SELECT write_all($1, $2)
