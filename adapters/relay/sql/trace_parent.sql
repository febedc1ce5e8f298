SELECT traceparent FROM trace_parents WHERE work_id = %(work_id)s;
