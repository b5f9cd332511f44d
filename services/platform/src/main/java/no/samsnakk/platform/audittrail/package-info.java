/**
 * Leaves the traces that R6 asks for, through the outbox, and sees to it that nobody can fill the
 * log.
 *
 * <p>Refusals of one person, in one room, with one code, are one line within a window ({@link
 * no.samsnakk.platform.audittrail.RefusalWindows}). For all that leaves an entry a person has a
 * {@link no.samsnakk.platform.audittrail.TraceBudget}; who has spent it is refused with {@code
 * too-many-requests}, which is told once and counted ({@link
 * no.samsnakk.platform.audittrail.RefusalTally}). So each refusal is in the log before it is
 * answered or in a count, and no person adds more lines than the budget has.
 */
@NullMarked
package no.samsnakk.platform.audittrail;

import org.jspecify.annotations.NullMarked;
