"""The command bus on NATS JetStream: commands out, results back, and nothing that is the truth.

Reading order: topology (what exists), codec (what a message looks like), bus (one connection),
puller (continuous receiving), announcements (who is there), consumer (the GPU worker's transport).
"""
