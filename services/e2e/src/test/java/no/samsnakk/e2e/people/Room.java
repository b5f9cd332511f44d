package no.samsnakk.e2e.people;

/**
 * A room as people speak of it.
 *
 * @param id what its address ends with
 * @param patient the patient's name, which helpers know it by
 * @param purpose what it is for, which tells the patient's rooms apart
 */
public record Room(String id, String patient, String purpose) {}
