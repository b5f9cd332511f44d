import { cleanup, render, screen } from "@testing-library/react";
import { Link, MemoryRouter, Outlet, Route, Routes } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import type { Me } from "../contracts/people";
import { forgetGoing, keepGoing } from "../session/going";
import { ARE } from "../shell/test-room";
import { useSearchFirst } from "./useSearchFirst";

afterEach(() => {
  cleanup();
  forgetGoing();
});

const organisation = { organisationId: "askoy", name: "Askøy kommune" };
const as = (...kinds: Me["roles"][number]["kind"][]): Me => ({
  ...ARE,
  roles: kinds.map((kind) => ({ roleId: kind, kind, title: kind, organisation })),
});

/** What stands around every screen, as far as it leads anywhere. */
function Around({ me }: { me: Me }) {
  return useSearchFirst(me) ? <p>On the way</p> : <Outlet />;
}

function comesAs(me: Me) {
  render(
    <MemoryRouter>
      <Routes>
        <Route element={<Around me={me} />}>
          <Route index element={<p>My rooms</p>} />
          <Route path="audit" element={<Link to="/">Search</Link>} />
        </Route>
      </Routes>
    </MemoryRouter>,
  );
}

const rooms = () => screen.queryByText("My rooms");
const search = () => screen.queryByText("Search");

test("an auditor who signs in at the start page comes to the search, and from there to her rooms", () => {
  keepGoing("/");
  comesAs(as("AUDITOR"));
  expect(search()).not.toBeNull();

  search()?.click();

  return vi.waitFor(() => expect(rooms()).not.toBeNull());
});

test("one who opens her rooms later has them", () => {
  comesAs(as("AUDITOR"));
  expect(rooms()).not.toBeNull();
});

test("one who signed in from somewhere else was not going here", () => {
  keepGoing("/sessions");
  comesAs(as("AUDITOR"));
  expect(rooms()).not.toBeNull();
});

test.each([[as()], [as("PROFESSIONAL")], [as("AUDITOR", "PROFESSIONAL")], [as("ADMINISTRATOR")]])(
  "everybody else comes to the rooms",
  (me) => {
    keepGoing("/");
    comesAs(me);
    expect(rooms()).not.toBeNull();
  },
);
