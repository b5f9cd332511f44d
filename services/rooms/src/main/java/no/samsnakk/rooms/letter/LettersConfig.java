package no.samsnakk.rooms.letter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How many letters proposals may ask for in a day (Norway's), and, counted apart, how many may tell
 * a former address that somebody's letters no longer go there.
 */
@ConfigMapping(prefix = "samsnakk.letters")
interface LettersConfig {
  /** To one address, whoever proposes; and to all of one's former addresses together. */
  @WithDefault("5")
  int toAddress();

  /** By one proposer, whatever the addresses. */
  @WithDefault("20")
  int byProposer();
}
