-- When an answer is overdue is known to the timers of the processes that wait for it.
alter table ics.forwarding drop column due;
