/** Leaves the traces that R6 asks for, through the outbox. */
@NullMarked
package no.samsnakk.platform.audittrail;

import org.jspecify.annotations.NullMarked;
