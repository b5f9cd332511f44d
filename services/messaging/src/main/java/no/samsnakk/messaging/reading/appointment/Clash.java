package no.samsnakk.messaging.reading.appointment;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A time at which some who are to come are taken; never by what, nor where. */
@Schema(requiredProperties = {"slot", "personIds"})
public record Clash(
    @Schema(description = "Which of its `slots` it is, from 0 on") int slot,
    @Schema(description = "Who of those that are to come is taken then") List<UUID> personIds) {}
