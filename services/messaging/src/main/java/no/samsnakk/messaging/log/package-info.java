/** What an operator is told. */
@NullMarked
package no.samsnakk.messaging.log;

import org.jspecify.annotations.NullMarked;
