package no.samsnakk.rooms.person;

/** A person found by her number, or made because there was none. */
public record Entered(Person person, boolean isNew) {}
