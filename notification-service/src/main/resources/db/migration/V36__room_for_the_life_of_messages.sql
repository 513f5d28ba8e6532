-- A message changes twice soon after it came, its keys never: with room on its page the indexes need not know.
alter table messages set (fillfactor = 60);
