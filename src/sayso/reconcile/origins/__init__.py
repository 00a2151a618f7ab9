"""On whose word each claim rests, and why two origins are not independent: chains, edges, components."""
