package no.samsnakk.bench.stage;

import java.util.List;
import java.util.UUID;

/** A room and the people in it; the first of them is the patient. */
public record Room(UUID roomId, List<UUID> people) {}
