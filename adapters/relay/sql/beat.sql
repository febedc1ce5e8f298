INSERT INTO dispatcher_beats (beat_at) VALUES (now())
ON CONFLICT (singleton) DO UPDATE SET beat_at = now();
