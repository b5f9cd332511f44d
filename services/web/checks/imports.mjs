// Fails when a folder of src imports what it must not. `contracts`, `gateway`, `language` and `shell`
// are built upon and know no feature; `app` puts the features together and only main.tsx imports it; a
// feature knows another only through the doors that stand here. A door that nobody uses is closed.
// Files directly in src, and tests, are not looked at.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const FOUNDATION = {
  contracts: [],
  gateway: ["contracts"],
  language: ["contracts", "gateway"],
  shell: ["contracts", "gateway", "language"],
};

/** What others may import of a feature. */
const DOORS = {
  "access-log": ["agentName"],
  address: ["AddressOffer", "address"],
  answers: ["AnswerNotice", "AnswersProvider", "WhichRoom", "answer", "answerText", "given"],
  audit: [],
  blocks: ["known"],
  consent: ["ApprovalCard", "ClosedByYou", "ClosedLine", "WhatTheyWillRead", "useAsked"],
  help: [],
  conversation: [
    "ConversationView",
    "ConversationsProvider",
    "agreements",
    "appointments",
    "newest",
    "useTaskWords",
    "WaitingConversation",
    "conversation",
    "Written",
    "history",
    "howItEnded",
    "ids",
    "keeping",
    "ownWindow",
    "pieces",
    "questions",
    "useConversation",
    "vault",
    "when",
  ],
  notifications: ["PushOffer", "push"],
  rooms: [
    "DirectorySearch",
    "OpenAgain",
    "RoomGone",
    "RoomOver",
    "begun",
    "onItsWay",
    "opening",
    "rooms",
    "seats",
    "useRoomId",
  ],
  session: ["intention", "lastHere", "patience", "session", "useFreshIntention"],
  standing: [
    "AppointmentsProvider",
    "AsksHere",
    "Clash",
    "QuestionsProvider",
    "StripPlace",
    "Waiting",
    "arranged",
    "forMe",
    "merged",
    "things",
    "told",
    "unseen",
    "useClashes",
    "useStanding",
    "useThings",
    "wayTo",
  ],
};

/** What `help` shows, beside what it knows of the app. */
const GUIDES = "../../../docs/user-guide/";

const src = fileURLToPath(new URL("../src", import.meta.url));
const isTest = (file) => /\.test\.tsx?$|(^|\/)(test-|fake-)/.test(file);
const files = readdirSync(src, { recursive: true })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => /\.tsx?$/.test(file) && file.includes("/") && !isTest(file));

const complaints = [];
const used = new Set();
for (const file of files) {
  const from = file.split("/")[0];
  const text = readFileSync(join(src, file), "utf8");
  for (const [, path] of text.matchAll(/(?:from|import\(?)\s*["'`](\.[^"'`]+)["'`]/g)) {
    const target = normalize(join(dirname(file), path))
      .split(sep)
      .join("/");
    const [to, ...rest] = target.split("/");
    if (to === from || from === "app") continue;
    if (from === "help" && target.startsWith(GUIDES)) continue;
    const known = from in FOUNDATION ? FOUNDATION[from] : Object.keys(FOUNDATION);
    if (known.includes(to)) continue;
    const door = rest.join("/");
    if (!(from in FOUNDATION) && DOORS[to]?.includes(door)) used.add(`${to}/${door}`);
    else complaints.push(`${file} must not import ${target}`);
  }
}
for (const [feature, doors] of Object.entries(DOORS)) {
  for (const door of doors) {
    if (!used.has(`${feature}/${door}`))
      complaints.push(`${feature}/${door} is a door that nobody uses`);
  }
}
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exit(1);
