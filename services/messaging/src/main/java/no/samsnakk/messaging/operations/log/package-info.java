/** What an operator is told. */
@NullMarked
package no.samsnakk.messaging.operations.log;

import org.jspecify.annotations.NullMarked;
