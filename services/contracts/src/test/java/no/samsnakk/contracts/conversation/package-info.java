@NullMarked
package no.samsnakk.contracts.conversation;

import org.jspecify.annotations.NullMarked;
