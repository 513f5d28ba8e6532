-- A debt begins with paying in advance at the earliest, and what was said before proves nothing in it. Who is cut off is so for the debt they had. Such a
-- connection is looked at at once.
update supply s
set empty_since = m.began, told_by = null, notice_kind = null, notice_id = null, notice_at = null, later_notices = null, switched_on_at = null,
    cut_since = null, paid_paise = 0, grace_until = null, look_at = m.began
from (select connection_id, mode_from::timestamp at time zone 'Asia/Kolkata' as began from account where billing_mode = 'PREPAID') m
where m.connection_id = s.connection_id and s.empty_since < m.began and s.line <> 'CUT';
