SELECT * FROM find_session($1, $2, $3)
