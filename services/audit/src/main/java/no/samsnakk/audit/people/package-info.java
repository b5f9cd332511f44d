/**
 * Who people are and whose the rooms are: a projection of samsnakk.rooms.v1. It can be thrown away
 * and built again from the topic; the log does not depend on it, only what is shown beside an id.
 */
@NullMarked
package no.samsnakk.audit.people;

import org.jspecify.annotations.NullMarked;
