/** Who has seen the patient's room. */
@NullMarked
package no.samsnakk.e2e.accesslog;

import org.jspecify.annotations.NullMarked;
