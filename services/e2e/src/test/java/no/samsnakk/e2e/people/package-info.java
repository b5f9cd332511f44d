/** The people of the story, each with her own browser, told by what they do. */
@NullMarked
package no.samsnakk.e2e.people;

import org.jspecify.annotations.NullMarked;
