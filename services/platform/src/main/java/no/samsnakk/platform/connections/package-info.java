/**
 * What one connection may cost us, on every port of every service: how many there are, how long
 * they may take to say what they want, and which protocol they speak.
 */
@NullMarked
package no.samsnakk.platform.connections;

import org.jspecify.annotations.NullMarked;
