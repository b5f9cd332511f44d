/** Who has messages before her eyes: opened, closed and in the log (R6). */
@NullMarked
package no.samsnakk.messaging.readtrace.view;

import org.jspecify.annotations.NullMarked;
