-- The persons of the samples who state a Danish number are known to the simulated CPR register; none lives in Denmark.
insert into simulator.person
  (personal_number, previous_numbers, family_name, given_names, birth_date, document_state, document_number, resident)
values
  ('6101900002', '{}', 'Kulkarni', 'Ananya', '1990-01-01', 'IND', 'Z0000001', false),
  ('8703790006', '{}', 'Sørensen Bæk', 'Maja', '1979-03-27', 'DNK', '200000001', false),
  ('7209850009', '{}', 'Ionescu-Țepeș', 'Ștefan', '1985-09-12', 'ROU', '050000001', false),
  ('7111910008', '{}', 'Kazlauskienė', 'Rūta', '1991-11-11', 'LTU', 'LT000001', false);
