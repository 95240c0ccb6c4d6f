-- What waits for an authority, for the supervisor's overview: few of many.
create index forwarding_waiting on ics.forwarding (case_reference) include (authority, sent_at) where state = 'waiting';
