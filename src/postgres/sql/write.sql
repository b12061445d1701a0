SELECT write($1, $2)
