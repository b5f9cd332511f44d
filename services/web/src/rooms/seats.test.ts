import { expect, test } from "vitest";
import type { RoomDetails } from "../contracts/rooms";
import { aresRoom } from "../shell/test-room";
import { hueOf, waitingForApproval } from "./seats";

function seat(seatId: string, personId: string, status = "ACTIVE") {
  return { seatId, person: { personId, name: personId }, part: "HELPER", status };
}

function room(...seats: ReturnType<typeof seat>[]): RoomDetails {
  return aresRoom({ seats: seats as unknown as RoomDetails["seats"] });
}

const all = (of: RoomDetails, ...people: string[]) => people.map((it) => hueOf(of, it));

test("the patient has the accent, and each helper her own hue", () => {
  const of = room(seat("1", "kari"), seat("2", "frida"));
  expect(all(of, "are", "kari", "frida")).toEqual(["patient", "1", "2"]);
});

test("nobody's hue changes when somebody leaves, comes, or comes again", () => {
  const left = room(seat("1", "kari", "REMOVED"), seat("2", "frida"), seat("3", "vera"));
  const again = room(
    seat("4", "kari"),
    seat("3", "vera"),
    seat("1", "kari", "REMOVED"),
    seat("2", "frida"),
  );
  expect(all(left, "kari", "frida", "vera")).toEqual(["1", "2", "3"]);
  expect(all(again, "kari", "frida", "vera")).toEqual(["1", "2", "3"]);
});

test("the ninth shares the first one's, and a stranger has none", () => {
  const nine = Array.from({ length: 9 }, (_, at) => seat(`${at}`, `helper ${at}`));
  expect(all(room(...nine), "helper 8", "a stranger")).toEqual(["1", "none"]);
});

test("whom the proposer has asked for is named too where the two are called the same", () => {
  const name = "Kari Psykolog";
  const asked = (seatId: string, by?: string) => ({
    ...seat(seatId, seatId, "PROPOSED"),
    person: { personId: seatId, name },
    ...(by !== undefined && { invitedBy: by }),
  });
  const seats = [asked("proposer"), asked("namesake", name)] as unknown as RoomDetails["seats"];
  const of = aresRoom({ proposedBy: { name, organisationName: "Askøy kommune" }, seats });
  expect(waitingForApproval(of).map(({ seatId }) => seatId)).toEqual(["namesake"]);
});
