import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes, useNavigate } from "react-router";
import { afterEach, expect, test } from "vitest";
import { Page } from "./Page";
import { Arrivals } from "./useArrival";

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

function Shelled() {
  return (
    <MemoryRouter>
      <Arrivals>
        <GoesBack />
        <Routes>
          <Route index element={<Page title="First">{<LinkTo />}</Page>} />
          <Route path="next" element={<Page title="Next" children={null} />} />
        </Routes>
      </Arrivals>
    </MemoryRouter>
  );
}

/** As the browser's own button. */
function GoesBack() {
  const navigate = useNavigate();
  return <p onClick={() => void navigate(-1)}>The browser goes back</p>;
}

test("who goes back to the page where she came in is at its heading too", async () => {
  render(<Shelled />);
  expect(document.activeElement).toBe(document.body);
  await userEvent.click(screen.getByRole("link", { name: "Go on" }));
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Next" }));

  await userEvent.click(screen.getByText("The browser goes back"));

  await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
  screen.getByRole("heading", { name: "First" });
});

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
