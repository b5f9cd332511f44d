// Which texts a patient reads, and which of them he reads together.
import { measure } from "./lix.mjs";

/** Texts of those who help, and of the auditor. Every other group is held to a patient's measure. */
const NOT_A_PATIENTS = ["propose", "retract", "audit", "action.name"];

/**
 * Groups of a few words say nothing when they are measured alone: one long word of nine is eleven
 * points. They are measured with what stands on the screen beside them.
 */
const BESIDE = {
  words: "conversation",
  reply: "conversation",
  calendar: "conversation",
  written: "conversation",
  stranded: "conversation",
  dates: "rooms",
  busy: "signIn",
  language: "sessions",
  help: "sessions",
  looks: "sessions",
  shell: "sessions",
};

/** Fewer words are not measured alone. */
const WORDS_MIN = 30;

/** A patient's screens, each with its texts. What was left to itself and is too short is a fault. */
export function patientsScreens(groups) {
  const screens = {};
  for (const [group, texts] of Object.entries(groups)) {
    if (NOT_A_PATIENTS.includes(group)) continue;
    const screen = BESIDE[group] ?? group;
    screens[screen] = [...(screens[screen] ?? []), ...texts];
  }
  const short = Object.keys(screens).filter(
    (screen) => measure(screens[screen]).words.length < WORDS_MIN,
  );
  if (short.length > 0) throw new Error(`too short to be measured alone: ${short.join(", ")}`);
  return screens;
}
