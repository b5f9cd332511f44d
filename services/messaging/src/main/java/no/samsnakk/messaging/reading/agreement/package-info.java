/** What is agreed on, or is to be, across the rooms of one person. */
@NullMarked
package no.samsnakk.messaging.reading.agreement;

import org.jspecify.annotations.NullMarked;
