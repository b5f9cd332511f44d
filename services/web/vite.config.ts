import react from "@vitejs/plugin-react";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";

// `npm run dev` beside a running `./samsnakk up`.
const gateway = "http://localhost:8080";

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/notifications",
      filename: "service-worker.ts",
      // Registered by hand: the plugin's own registration may end as an inline script.
      injectRegister: false,
      injectManifest: { globPatterns: ["**/*.{js,css,html,svg,png,woff2}"] },
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
    chunkSizeWarningLimit: 900,
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
    setupFiles: ["src/shell/test-setup.ts"],
    reporters: ["default", "junit"],
    outputFile: { junit: "reports/vitest.xml" },
    restoreMocks: true,
    // No test measures the machine.
    testTimeout: 30_000,
  },
});
