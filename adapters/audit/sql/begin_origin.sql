SELECT begin_origin(%(origin)s, %(reason)s)
