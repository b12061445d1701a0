SELECT * FROM due_clocks($1) ORDER BY due_at, stream, clock LIMIT $1
