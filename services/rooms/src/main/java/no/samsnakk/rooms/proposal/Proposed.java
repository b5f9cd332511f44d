package no.samsnakk.rooms.proposal;

import no.samsnakk.rooms.overview.RoomDetails;

/** A proposed room, and whether it was this request that did it. */
record Proposed(RoomDetails room, boolean now) {}
