package no.samsnakk.rooms.letter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How many letters proposals may ask for in a day (Norway's), and, counted apart, how often
 * somebody may change where her own go, of which the address before may have a letter.
 */
@ConfigMapping(prefix = "samsnakk.letters")
interface LettersConfig {
  /** To one address, whoever proposes. */
  @WithDefault("5")
  int toAddress();

  /** By one proposer, whatever the addresses. */
  @WithDefault("20")
  int byProposer();

  /** Changes of one's own address, of which each may send a letter to the one before. */
  @WithDefault("5")
  int addressChanges();
}
