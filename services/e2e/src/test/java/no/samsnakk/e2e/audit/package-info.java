/** An auditor's search in the log. */
@NullMarked
package no.samsnakk.e2e.audit;

import org.jspecify.annotations.NullMarked;
