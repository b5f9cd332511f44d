/**
 * Leaves the traces that R6 asks for, through the outbox, and sees to it that nobody can fill the
 * log.
 *
 * <p>Refusals of one person, in one room, with one code, are one line within a window ({@link
 * no.samsnakk.platform.audittrail.RefusalWindows}), and so are one person's views of one room
 * ({@link no.samsnakk.platform.audittrail.ViewWindows}). For all that leaves an entry a person has
 * a {@link no.samsnakk.platform.audittrail.TraceBudget}; who has spent it is refused with {@code
 * too-many-requests}, or with what leads her on ({@code fresh-login-required}), which is told once
 * in a window and counted ({@link no.samsnakk.platform.audittrail.RefusalTally}). So each refusal
 * is in the log before it is answered or in a count (a crash loses the last second of one), and in
 * each service and instance no person adds more lines than the budget has and those few.
 */
@NullMarked
package no.samsnakk.platform.audittrail;

import org.jspecify.annotations.NullMarked;
