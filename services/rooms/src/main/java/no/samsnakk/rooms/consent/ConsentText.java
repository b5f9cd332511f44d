package no.samsnakk.rooms.consent;

import java.util.List;
import java.util.Map;

/**
 * What the patient is asked.
 *
 * @param version what he answers to; a changed text gets a new one
 * @param texts the same in each language: nb, nn, en
 */
public record ConsentText(String version, Map<String, Text> texts) {

  /**
   * @param lead what it is, in a sentence or two
   * @param points what he says yes to, one by one
   * @param withdrawal how he takes it back
   */
  public record Text(String title, String lead, List<String> points, String withdrawal) {}
}
