/**
 * What the log looks like to people: entries with names beside the ids, one line for each view, and
 * the patient's own page of them (R8).
 */
@NullMarked
package no.samsnakk.audit.accesslog;

import org.jspecify.annotations.NullMarked;
