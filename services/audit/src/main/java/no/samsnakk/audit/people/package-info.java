/**
 * Who people are and whose the rooms are: a projection of samsnakk.rooms.v1. It can be thrown away
 * and built again from the topic, which is compacted (decision 60 says what is not in it); the log
 * does not depend on it, only what is shown beside an id.
 */
@NullMarked
package no.samsnakk.audit.people;

import org.jspecify.annotations.NullMarked;
