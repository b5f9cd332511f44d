/** What whoever runs Samsnakk can have done to keys, on the management port only. */
@NullMarked
package no.samsnakk.keys.operator;

import org.jspecify.annotations.NullMarked;
