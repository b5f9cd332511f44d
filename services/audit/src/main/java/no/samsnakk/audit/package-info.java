/**
 * The append-only log of who did and saw what (R6), the proof that it is whole (R7), the patient's
 * own view of it (R8) and the auditor's search.
 *
 * <pre>
 *   Kafka ──▶ intake ──▶ ledger ◀── accesslog   (the patient reads; his reading is an entry)
 *                 └────▶ people ◀── search      (the auditor searches; her search is an entry)
 * </pre>
 */
@NullMarked
package no.samsnakk.audit;

import org.jspecify.annotations.NullMarked;
