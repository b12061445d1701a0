SELECT set_test_clock($1, $2)
