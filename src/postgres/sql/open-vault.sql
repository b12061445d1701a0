SELECT * FROM open_vault($1, $2, $3, $4)
