SELECT * FROM to_erase($1)
