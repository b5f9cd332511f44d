@NullMarked
package no.samsnakk.messaging.reading.question;

import org.jspecify.annotations.NullMarked;
