import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes } from "react-router";
import { afterEach, expect, test } from "vitest";
import { Page } from "./Page";

afterEach(cleanup);

function Site() {
  return (
    <MemoryRouter>
      <Routes>
        <Route index element={<Page title="First">{<LinkTo />}</Page>} />
        <Route
          path="next"
          element={<Page title="Next" back="/" backText="Back" children={null} />}
        />
      </Routes>
    </MemoryRouter>
  );
}

function LinkTo() {
  return <Page title="Inside" back="/next" backText="Go on" children={null} />;
}

test("who goes to another page is at its heading; who comes in from outside is where she was", async () => {
  render(<Site />);
  expect(document.activeElement).toBe(document.body);

  await userEvent.click(screen.getByRole("link", { name: "Go on" }));
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Next" }));

  await userEvent.click(screen.getByRole("link", { name: "Back" }));
  expect(document.activeElement?.tagName).toBe("H1");
});
