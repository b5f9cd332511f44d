/**
 * Verifies the log while it runs (R7): every night by itself, and when whoever runs Samsnakk asks.
 *
 * <pre>
 *   Nightly ─────────┐
 *                    ├─▶ Verification ──▶ LedgerVerifier, one at a time over all instances
 *   VerificationDesk ┘        └──▶ table verification ──▶ metrics, operator's message
 * </pre>
 *
 * <p>Reading is all it needs of the log. What it finds out it can only tell to somebody outside:
 * whoever can change the log can change its table too. So the head is in the operator's own log
 * after every night, and {@code ./samsnakk log verify} takes one that was kept there.
 */
@NullMarked
package no.samsnakk.audit.verification;

import org.jspecify.annotations.NullMarked;
