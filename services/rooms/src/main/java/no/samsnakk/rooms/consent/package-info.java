/** What the patient is asked, answers, and takes back (R1, R5). */
@NullMarked
package no.samsnakk.rooms.consent;

import org.jspecify.annotations.NullMarked;
