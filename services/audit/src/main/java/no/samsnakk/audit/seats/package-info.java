/**
 * Compares who may read in a room (rooms' published view) with the approvals in the log, every
 * night (R1): whoever was seated by other means than the patient's yes is found and told to the
 * operator.
 *
 * <p>Approvals reach the log a moment after they are given, and later while Kafka is down. So who
 * is found is looked at again, and told only when the approval has not come by then.
 */
@NullMarked
package no.samsnakk.audit.seats;

import org.jspecify.annotations.NullMarked;
