package no.samsnakk.bench.history;

import java.util.UUID;

/** A message as history has it in the end. */
public record Kept(UUID roomId, long seq, UUID clientId) {}
