import react from "@vitejs/plugin-react";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import { firstPage } from "./build/first-page";
import { guide } from "./build/guide";
import { texts } from "./build/texts";

// `npm run dev` beside a running `./samsnakk up`.
const gateway = "http://localhost:8080";

const bundledForTests = [
  "@navikt/aksel-icons",
  "@navikt/ds-react",
  "@tanstack/react-query",
  "@testing-library/dom",
  "@testing-library/react",
  "@testing-library/user-event",
  "i18next",
  "react",
  "react-dom",
  "react-dom/client",
  "react-i18next",
  "react-router",
];

export default defineConfig({
  plugins: [
    react(),
    texts(),
    firstPage(),
    guide(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/notifications",
      filename: "service-worker.ts",
      // Registered by hand: the plugin's own registration may end as an inline script.
      injectRegister: false,
      // Without a network letters of other languages are shown in another font.
      injectManifest: {
        globPatterns: ["**/*.{js,css,html,svg,png}", "assets/source-sans-3-????????.woff2"],
      },
      manifest: {
        id: "/",
        name: "Samsnakk",
        short_name: "Samsnakk",
        description: "Et felles rom for deg og dem som hjelper deg.",
        lang: "nb",
        start_url: "/",
        scope: "/",
        display: "standalone",
        background_color: "#ffffff",
        theme_color: "#ffffff",
        icons: [
          { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
          {
            src: "/icon-maskable-512.png",
            sizes: "512x512",
            type: "image/png",
            purpose: "maskable",
          },
        ],
      },
    }),
  ],
  build: {
    // Nothing becomes a data: address; the content security policy allows only files of our own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // All that the first screen needs in one file, and what several others share in a few: a browser
    // asks one server for no more than six files at a time.
    rolldownOptions: {
      output: {
        // Not after all those who share it.
        chunkFileNames: ({ name }) =>
          `assets/${name.startsWith("shared") ? "shared" : "[name]"}-[hash].js`,
        codeSplitting: {
          groups: [
            { name: "start", tags: ["$initial"], priority: 2 },
            // English dates are made of American ones, which are what others fall back to.
            { name: "en-dates", test: /date-fns\/locale\/en-US/, priority: 3 },
            // Nobody reads in two languages at once.
            { name: "words-nb", test: /\/locales?\/nb[./]/, priority: 3 },
            { name: "words-nn", test: /\/locales?\/nn[./]/, priority: 3 },
            { name: "words-en", test: /\/locales?\/en(-GB)?[./]/, priority: 3 },
            {
              name: "shared",
              test: (id) => !/\/locales?\//.test(id),
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 20_000,
              priority: 1,
            },
          ],
        },
      },
    },
    manifest: true,
  },
  server: {
    port: 5173,
    proxy: {
      "/api": gateway,
      "/auth": gateway,
      "/ws": { target: gateway, ws: true },
    },
  },
  test: {
    environment: "jsdom",
    // Each file has its modules to itself; what is large and not ours is bundled once for all of them.
    pool: "threads",
    deps: { optimizer: { client: { enabled: true, include: bundledForTests } } },
    setupFiles: ["src/shell/test-setup.ts"],
    reporters: ["default", "junit"],
    outputFile: { junit: "target/vitest.xml" },
    // Read for their colours, and for what is folded.
    css: { include: /(people|signed-in)\.css/ },
    restoreMocks: true,
    // No test measures the machine.
    testTimeout: 30_000,
  },
});
