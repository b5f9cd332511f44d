/** The people of the tests, and the world that they act in. */
@NullMarked
package no.samsnakk.notifications.story;

import org.jspecify.annotations.NullMarked;
