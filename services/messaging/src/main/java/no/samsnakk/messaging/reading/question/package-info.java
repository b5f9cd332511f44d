/** Which messages wait for whose answer, across the rooms of one person. */
@NullMarked
package no.samsnakk.messaging.reading.question;

import org.jspecify.annotations.NullMarked;
